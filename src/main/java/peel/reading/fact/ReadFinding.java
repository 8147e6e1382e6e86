package peel.reading.fact;

import peel.finding.FindingKind;
import peel.finding.Wording;

/**
 * A finding as a report gives it.
 *
 * @param question the question's code
 * @param kind what kind of finding
 * @param ordinal its place among those of its kind and question, from 1
 * @param text the words as printed, or a sentence that says they are printed elsewhere
 * @param wording PRINTED or NOT_PRINTED
 * @param place where it stands
 */
public record ReadFinding(String question, FindingKind kind, int ordinal, String text, Wording wording, Place place) {}
