/** What is asked: cycles, grade scales, grades and questions. */
package peel.question;
