package peel.reading.evidence;

import peel.finding.FindingKind;
import peel.finding.Wording;

/**
 * A finding that a report prints or mentions.
 *
 * @param question the question's code
 * @param ordinal position among the findings of the same kind and question, from 1
 * @param text the words as printed, or a sentence stating that they are printed elsewhere
 * @param wording PRINTED or NOT_PRINTED
 */
public record ReadFinding(String question, FindingKind kind, int ordinal, String text, Wording wording, Place place) {}
