/** Areas for improvement, causes of concern, recommendations and their statuses. */
package peel.finding;
