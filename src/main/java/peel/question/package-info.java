/** Cycles, grade scales, grades and questions. */
package peel.question;
