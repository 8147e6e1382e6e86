/** Imported reports: their stored text and its sections, passages and figures. */
package peel.report;
