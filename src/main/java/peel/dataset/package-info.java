/** What the service holds: revision, coverage and licence. */
package peel.dataset;
