/** Where every fact was published, and where in it it stands. */
package peel.source;
