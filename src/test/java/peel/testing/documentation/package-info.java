/** Reads the documentation, as far as tests of it need. */
package peel.testing.documentation;
