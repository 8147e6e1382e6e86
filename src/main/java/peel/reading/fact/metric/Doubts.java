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
                    + "|needs? to|proposes?|proposed|likely to|set to)\\b",
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

    private static final Pattern CLAUSE = Pattern.compile("[;:(]|, (?:and|but|while|whereas|although|which)\\b");

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
                || RANGE_BEHIND.matcher(behind).find();
    }
}
