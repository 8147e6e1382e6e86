/** The dataset: what is loaded, at which revision, and the importer. */
package peel.dataset;
