/** What a client did wrong, said so that it can be put right. */
package peel.error;
