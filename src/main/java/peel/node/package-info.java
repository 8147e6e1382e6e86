/** Ids that outlive a database, and the interface of everything that has one. */
package peel.node;
