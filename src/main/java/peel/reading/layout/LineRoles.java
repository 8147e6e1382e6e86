package peel.reading.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.text.Line;

/** Determines the role of each line, starting with everything that is apart from the running text. */
final class LineRoles {

    private static final Pattern RULE = Pattern.compile("\\f?[ \\t]{20,}|\\s*[_─—–-]{8,}\\s*");
    private static final Pattern FOOTNOTE_START =
            Pattern.compile("\\s*(\\d{1,3})(?![\\d,./%]|(?:st|nd|rd|th)\\b)\\s*(\\S.*)");
    private static final Pattern LINK = Pattern.compile("\\s*https?://\\S+\\s*");
    private static final Pattern PAGE_NUMBER = Pattern.compile("\\s*(?:Page +|[-–] *)?(\\d{1,3})(?: *[-–])?\\s*");
    private static final Pattern CONTENTS_TITLE = Pattern.compile("(?i)\\s*(?:table of )?contents\\s*");
    private static final Pattern ENTRY = Pattern.compile(".*(?:\\s|\\.{2}|…)\\d{1,3}\\s*");
    private static final Pattern LEADER = Pattern.compile(".*(?:\\. ?){4,}\\s*\\d{1,3}\\s*|.*…\\s*\\d{1,3}\\s*");
    private static final int LONGEST = 400;
    private static final int MARK_WITHIN = 200;

    private final QuestionHeadings questions;
    private final List<Line> lines;
    private final int[] sheets;
    private final LineRole[] roles;
    private final Map<Integer, Integer> printedPages = new HashMap<>();
    private int lastFootnote;

    private LineRoles(List<Line> lines, int[] sheets, QuestionHeadings questions) {
        this.questions = questions;
        this.lines = lines;
        this.sheets = sheets;
        this.roles = new LineRole[lines.size()];
    }

    static LineRoles of(List<Line> lines, int[] sheets, QuestionHeadings questions) {
        LineRoles roles = new LineRoles(lines, sheets, questions);
        for (int i = 0; i < lines.size(); i++) {
            roles.roles[i] = LineText.blank(roles.text(i)) ? LineRole.BLANK : LineRole.BODY;
        }
        new Furniture(lines, sheets, roles.roles, questions).mark(roles.printedPages);
        roles.pageNumbers();
        roles.contents();
        for (int from = 0; from < lines.size(); ) {
            int to = roles.sheetEnd(from);
            roles.footnotes(from, to);
            roles.links(from, to);
            from = to;
        }
        Tables.mark(lines, sheets, roles.roles);
        return roles;
    }

    int exactQuestionEnd(QuestionHeadings questions, int index) {
        return questions.exactEnd(lines, index, roles);
    }

    LineRole get(int index) {
        return roles[index];
    }

    /** Whether a line is the rule above footnotes. */
    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }

    /** The footnote number at the start of a line, or -1. */
    static int footnoteNumber(String line) {
        Matcher matcher = FOOTNOTE_START.matcher(line);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** The first line of a footnote without the number. */
    static String footnoteText(String line) {
        Matcher matcher = FOOTNOTE_START.matcher(line);
        return matcher.matches() ? matcher.group(2) : line;
    }

    /** The printed page numbers by the page of the file. */
    Map<Integer, Integer> printedPages() {
        return printedPages;
    }

    private String text(int index) {
        return lines.get(index).text();
    }

    private int sheet(int index) {
        return sheets[index];
    }

    private int sheetEnd(int from) {
        int to = from;
        while (to < lines.size() && sheet(to) == sheet(from)) {
            to++;
        }
        return to;
    }

    private boolean isBlankOnSheet(int index, int sheet) {
        return index < 0 || index >= lines.size() || sheet(index) != sheet || roles[index] == LineRole.BLANK;
    }

    /** Marks lone numbers as page numbers if most of them differ from the count of pages by the same number. */
    private void pageNumbers() {
        List<Integer> candidates = new ArrayList<>();
        Map<Integer, Integer> distances = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] == LineRole.BODY
                    && text(i).length() < 20
                    && PAGE_NUMBER.matcher(text(i)).matches()
                    && isBlankOnSheet(i - 1, sheet(i))
                    && isBlankOnSheet(i + 1, sheet(i))) {
                candidates.add(i);
                distances.merge(printed(i) - sheet(i), 1, Integer::sum);
            }
        }
        int most = distances.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i : candidates) {
            int distance = printed(i) - sheet(i);
            boolean near = distance >= -8 && distance <= 20;
            if (most > 1 ? distances.getOrDefault(distance, 0) == most : near) {
                roles[i] = LineRole.PAGE_NUMBER;
                printedPages.put(lines.get(i).page(), printed(i));
            }
        }
    }

    private int printed(int index) {
        Matcher matcher = PAGE_NUMBER.matcher(text(index));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private void contents() {
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] != LineRole.BODY || text(i).length() > LONGEST) {
                continue;
            }
            if (CONTENTS_TITLE.matcher(text(i)).matches()) {
                int entry = nextEntry(i + 1);
                if (entry > 0) {
                    roles[i] = LineRole.CONTENTS;
                    while (entry > 0) {
                        for (int j = i + 1; j <= entry; j++) {
                            if (roles[j] == LineRole.BODY) {
                                roles[j] = LineRole.CONTENTS;
                            }
                        }
                        i = entry;
                        entry = nextEntry(i + 1);
                    }
                }
            } else if (LEADER.matcher(text(i)).matches()) {
                for (int j = i; j >= 0 && roles[j] == LineRole.BODY && i - j < 4; j--) {
                    roles[j] = LineRole.CONTENTS;
                }
            }
        }
    }

    /** The next line that ends in a page number, at most three lines of text away; otherwise -1. */
    private int nextEntry(int from) {
        int seen = 0;
        int sheet = from < lines.size() && from > 0 ? sheet(from - 1) : 0;
        for (int i = from; i < lines.size() && seen < 4; i++) {
            if (roles[i] == LineRole.BLANK || roles[i] == LineRole.PAGE_NUMBER) {
                continue;
            }
            seen++;
            if (text(i).length() <= LONGEST && ENTRY.matcher(text(i)).matches()) {
                // After a page break, only leader dots distinguish entries from text that ends in a number.
                return sheet(i) == sheet || LEADER.matcher(text(i)).matches() ? i : -1;
            }
        }
        return -1;
    }

    private void footnotes(int from, int to) {
        int first = firstFootnote(from, from, to);
        while (first >= 0) {
            first = firstFootnote(from, markFootnotes(first, to), to);
        }
    }

    /** The first line of the next block of footnotes on a sheet, or -1. */
    private int firstFootnote(int sheetStart, int from, int to) {
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BLANK && RULE.matcher(text(i)).matches()) {
                int next = nextText(i + 1, to);
                if (next >= 0 && footnoteNumber(text(next)) > 0) {
                    return next;
                }
            }
        }
        return unruledFootnote(sheetStart, from, to);
    }

    /**
     * Finds footnotes whose rule is lost: they start with the next number, and their mark is on the same sheet or the
     * one before.
     */
    private int unruledFootnote(int sheetStart, int from, int to) {
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && (i == sheetStart || roles[i - 1] == LineRole.BLANK)) {
                int number = footnoteNumber(text(i));
                if (number > lastFootnote
                        && number <= lastFootnote + 5
                        && !LineText.blank(footnoteText(text(i)))
                        && FootnoteMarks.isMarked(before(i), number)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The lines before a footnote, on its sheet and the one before, that may contain its mark. */
    private List<Line> before(int index) {
        int from = index;
        while (from > 0 && index - from < MARK_WITHIN && sheet(from - 1) >= sheet(index) - 1) {
            from--;
        }
        return lines.subList(from, index);
    }

    /** Marks the footnotes that start at a line; returns the index of the line that follows. */
    private int markFootnotes(int from, int to) {
        int last = -1;
        int end = from + 1;
        boolean afterBlank = false;
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BLANK) {
                afterBlank = true;
                continue;
            }
            if (roles[i] == LineRole.PAGE_NUMBER) {
                continue;
            }
            // Where pages are lost, the next chapter follows without a break.
            if (last >= 0
                    && (questions.exactEnd(lines, i, roles) > i || Headings.named(LineText.tidy(text(i))) != null)) {
                break;
            }
            int number = footnoteNumber(text(i));
            if (last < 0 || number == last + 1) {
                roles[i] = LineRole.FOOTNOTE_START;
                last = number;
            } else if (afterBlank
                    || LINK.matcher(text(i)).matches() && !text(i - 1).strip().endsWith(":")) {
                break;
            } else {
                roles[i] = LineRole.FOOTNOTE;
            }
            afterBlank = false;
            end = i + 1;
        }
        lastFootnote = Math.max(lastFootnote, last);
        return end;
    }

    private int nextText(int from, int to) {
        for (int i = from; i < to; i++) {
            if (roles[i] != LineRole.BLANK) {
                return i;
            }
        }
        return -1;
    }

    private void links(int from, int to) {
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BODY && LINK.matcher(text(i)).matches()) {
                roles[i] = LineRole.LINK;
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(roles);
    }
}
