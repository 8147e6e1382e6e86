/** Inspections: a force, a cycle, a pillar; their fieldwork and reports. */
package peel.inspection;
