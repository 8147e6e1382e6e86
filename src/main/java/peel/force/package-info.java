/** The 43 territorial police forces, their names, areas and monitoring. */
package peel.force;
