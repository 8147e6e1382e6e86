package peel.reading.fact.metric;

import java.util.regex.Pattern;

/** Recognises numbers that a sentence does not state as a fact: denied ones, targets, forecasts and ranges. */
final class Doubts {

    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|neither|nor|hardly|without|no longer|fail(?:s|ed)? to|rather than|instead of|denies|denied"
                    + "|unless|if|whether|(?:nearly|almost|all but) (?=fell|fallen|rose|risen|dropped|declined|decreased|increased|grew"
                    + "|doubled|halved|reduced))\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_YET = Pattern.compile(
            "\\b(?:targets?|targeted|aims?|aimed|aiming|goals?|objectives?|ambitions?|plans?(?= to\\b)|planned|planning to"
                    + "|intends?|intended|hopes?|hoped|expects?|expected|forecasts?|predicts?|predicted|projects?(?= a\\b)"
                    + "|projected|estimates? that|seeks? to|wants? to|committed to|would|could|should|might|will|must"
                    + "|needs? to|proposes?|proposed|likely to|set to|(?:is|are|was|were) to)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What goes before the second number of "5 to 10 percent" or "between 5 and 10". */
    private static final Pattern RANGE = Pattern.compile(
            "(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?: ?%| percent| per cent)?(?: to | or |[–-])$"
                    + "|\\bbetween \\S{1,12}(?: percent| per cent)? and $",
            Pattern.CASE_INSENSITIVE);

    /** What follows the first number of a range, or a difference between two shares. */
    private static final Pattern RANGE_BEHIND = Pattern.compile(
            "^(?: ?%| percent| per cent)?(?: to | or |[–-])\\d|^(?: ?%| percent| per cent| percentage) ?points?\\b",
            Pattern.CASE_INSENSITIVE);

    /** A number that goes on with the next one: "21 618", "5 thousand", "two point five", "one in 20", "several hundred". */
    private static final Pattern PART_BEFORE = Pattern.compile(
            "(?:[\\d½¼¾]| point| several| few| many| dozen| some| half a| couple of| tens of)[ -]$"
                    + "|\\b(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|of|out of|from|x|times)(?: every| the| all)? $",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PART_BEHIND = Pattern.compile(
            "^(?: ?%| percent| per cent)? or (?:more|less|fewer|so|over|under)\\b|^ (?:and a|&) (?:half|quarter)\\b|^ (?:thousand|hundred|million|billion|dozen)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The start of a number that only says on which side of it the value is. */
    private static final Pattern BOUND =
            Pattern.compile("^(?:fewer than|less than|under|at least|at most|up to)\\b", Pattern.CASE_INSENSITIVE);

    /** What follows a number that somebody else vouches for, or that does not hold everywhere or to the end. */
    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:or so (?:it|he|she|they|we)|it seem(?:s|ed)|apparently|allegedly|reportedly|supposedly|according to"
                    + "|(?:he|she|they|one|some|officers?|staff) (?:claim|say|said|told)\\w*"
                    + "|all but|then (?:fell|rose|increased|decreased|grew|dropped|declined|went))\\b|, (?:if|unless)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A share of something, or a difference from an average: not a change over time. */
    private static final Pattern NO_CHANGE_BEHIND = Pattern.compile(
            "^(?: ?%| percent| per cent)(?: (?:lower|higher|more|less|fewer|up|down))?"
                    + " (?:of|(?:than|against|versus|beside|below|above|from|on|compared (?:with|to)) (?:(?:the|its|their|that|those|of|in|for|a) ){0,4}"
                    + "(?:national|average|rest|other|similar|England|Wales))\\b",
            Pattern.CASE_INSENSITIVE);

    /** "The rise in crime fell by 5 percent". */
    private static final Pattern CHANGE_OF_A_CHANGE = Pattern.compile(
            "\\b(?:rise|increase|growth|fall|decrease|reduction|drop|decline)s? (?:in|of) [^,;:]{1,60}"
                    + " (?:fell|fallen|rose|risen|increased|decreased|grew|grown|dropped|declined|slowed) (?:\\w+ )?(?:by )?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAUSE = Pattern.compile("[;:(]|, (?:and|but|while|whereas|although|which)\\b");

    /** Where else something happened: "in six forces"; there are 43 of them in England and Wales. */
    private static final Pattern IN_SOME_FORCES = Pattern.compile(
            "\\b(?:in|across|of|by|at) (?!43 )(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|other)"
                    + " (?:of (?:the|all) )?(?:\\w+ )?forces\\b",
            Pattern.CASE_INSENSITIVE);

    /** What did not happen, or happened elsewhere. */
    private static final Pattern NOT_HERE = Pattern.compile(
            "\\b(?:had (?:it|they|this|the force) |if |unless |were (?:it|the force) to )"
                    + "|\\b(?:neighbouring|other|some|many|several|similar) forces (?:were|are|had|have|recorded|saw)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Characters before a number in which a denial is about it. */
    private static final int NEAR = 60;

    private Doubts() {}

    /**
     * Whether a number is not stated as a fact.
     *
     * @param start start index of the number in the sentence
     * @param end end index, exclusive
     */
    static boolean in(String sentence, int start, int end) {
        String before = sentence.substring(0, start);
        String clause = before;
        var ends = CLAUSE.matcher(before);
        while (ends.find()) {
            clause = before.substring(ends.end());
        }
        String near = clause.substring(Math.max(0, clause.length() - NEAR));
        String behind = sentence.substring(end, Math.min(sentence.length(), end + NEAR));
        return DENIED.matcher(near).find()
                || NOT_HERE.matcher(before).find()
                || NOT_YET.matcher(clause).find()
                || NOT_YET.matcher(behind).find() && !CLAUSE.matcher(behind).find()
                || RANGE.matcher(before).find()
                || PART_BEFORE.matcher(before).find()
                || PART_BEHIND.matcher(behind).find()
                || RANGE_BEHIND.matcher(behind).find()
                || BOUND.matcher(sentence.substring(start, end)).find()
                || HEDGED.matcher(sentence.substring(end)).find()
                || IN_SOME_FORCES.matcher(sentence.substring(end)).find();
    }

    /** Whether the number of a change is not one over time. */
    static boolean inChange(String sentence, int start, int end) {
        return NO_CHANGE_BEHIND.matcher(sentence.substring(end)).find()
                || CHANGE_OF_A_CHANGE.matcher(sentence.substring(0, start)).find();
    }
}
