/** The errors that clients see: their codes, and the exception for input that they can correct. */
package peel.error;
