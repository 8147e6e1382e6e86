/** Inspections: a force, a cycle, a pillar; their fieldwork and reports. */
@NullMarked
package peel.inspection;

import org.jspecify.annotations.NullMarked;
