/** Judgments of forces, their versions, comparisons with earlier judgments, and the matrix. */
package peel.judgment;
