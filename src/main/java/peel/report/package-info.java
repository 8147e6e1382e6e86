/** Imported reports: stored whole, shown section by section, searched. */
package peel.report;
