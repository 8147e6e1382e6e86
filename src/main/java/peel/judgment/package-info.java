/**
 * How forces were judged: judgments, their versions, what reports say of earlier ones, and the
 * matrix.
 */
package peel.judgment;
