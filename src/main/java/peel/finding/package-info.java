/** Areas for improvement, causes of concern, recommendations and what became of them. */
package peel.finding;
