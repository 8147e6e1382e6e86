package peel.report.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.report.text.Line;

/** Tells for each line what it is: first what stands apart from the running text. */
final class LineRoles {

    private static final Pattern RULE = Pattern.compile("\\f?[ \\t]{20,}|\\s*[_─—–-]{8,}\\s*");
    private static final Pattern FOOTNOTE_START =
            Pattern.compile("\\s*(\\d{1,3})(?![\\d,./%]|(?:st|nd|rd|th)\\b)\\s*(\\S.*)");
    private static final Pattern LINK = Pattern.compile("\\s*https?://\\S+\\s*");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("\\s*(?:Page +|[-–] *)?(\\d{1,3})(?: *[-–])?\\s*");
    private static final Pattern CONTENTS_TITLE =
            Pattern.compile("(?i)\\s*(?:table of )?contents\\s*");
    private static final Pattern ENTRY = Pattern.compile(".*(?:\\s|\\.{2}|…)\\d{1,3}\\s*");
    private static final Pattern LEADER =
            Pattern.compile(".*(?:\\. ?){4,}\\s*\\d{1,3}\\s*|.*…\\s*\\d{1,3}\\s*");
    private static final int LONGEST = 400;

    private final List<Line> lines;
    private final LineRole[] roles;
    private final Map<Integer, Integer> printedPages = new HashMap<>();
    private int lastFootnote;

    private LineRoles(List<Line> lines) {
        this.lines = lines;
        this.roles = new LineRole[lines.size()];
    }

    /**
     * @param lines a report's lines
     * @return the role of each
     */
    static LineRoles of(List<Line> lines) {
        LineRoles roles = new LineRoles(lines);
        for (int i = 0; i < lines.size(); i++) {
            roles.roles[i] = Lettering.blank(roles.text(i)) ? LineRole.BLANK : LineRole.BODY;
        }
        roles.pageNumbers();
        roles.contents();
        for (int from = 0; from < lines.size(); ) {
            int to = roles.pageEnd(from);
            roles.footnotes(from, to);
            roles.links(from, to);
            from = to;
        }
        Tables.mark(lines, roles.roles);
        return roles;
    }

    LineRole get(int index) {
        return roles[index];
    }

    /** The footnote number a line begins with. */
    static int footnoteNumber(String line) {
        Matcher matcher = FOOTNOTE_START.matcher(line);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** A footnote's first line without its number. */
    static String footnoteText(String line) {
        Matcher matcher = FOOTNOTE_START.matcher(line);
        return matcher.matches() ? matcher.group(2) : line;
    }

    /** The printed page numbers, by the page of the file. */
    Map<Integer, Integer> printedPages() {
        return printedPages;
    }

    private String text(int index) {
        return lines.get(index).text();
    }

    private int page(int index) {
        return lines.get(index).page();
    }

    private int pageEnd(int from) {
        int to = from;
        while (to < lines.size() && page(to) == page(from)) {
            to++;
        }
        return to;
    }

    private boolean open(int index, int page) {
        return index < 0
                || index >= lines.size()
                || page(index) != page
                || roles[index] == LineRole.BLANK;
    }

    /** Lone numbers that keep the same distance to the count of pages. */
    private void pageNumbers() {
        List<Integer> candidates = new ArrayList<>();
        Map<Integer, Integer> distances = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] == LineRole.BODY
                    && text(i).length() < 20
                    && PAGE_NUMBER.matcher(text(i)).matches()
                    && open(i - 1, page(i))
                    && open(i + 1, page(i))) {
                candidates.add(i);
                distances.merge(printed(i) - page(i), 1, Integer::sum);
            }
        }
        int most = distances.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i : candidates) {
            int distance = printed(i) - page(i);
            boolean near = distance >= -8 && distance <= 20;
            if (most > 1 ? distances.get(distance) == most : near) {
                roles[i] = LineRole.PAGE_NUMBER;
                printedPages.put(page(i), printed(i));
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

    /** The next line that ends in a page number, if it is at most three lines of text away. */
    private int nextEntry(int from) {
        int seen = 0;
        int page = from < lines.size() && from > 0 ? page(from - 1) : 0;
        for (int i = from; i < lines.size() && seen < 4; i++) {
            if (roles[i] == LineRole.BLANK || roles[i] == LineRole.PAGE_NUMBER) {
                continue;
            }
            seen++;
            if (text(i).length() <= LONGEST && ENTRY.matcher(text(i)).matches()) {
                // Over a page's end only dots tell entries from text that ends in a number.
                return page(i) == page || LEADER.matcher(text(i)).matches() ? i : -1;
            }
        }
        return -1;
    }

    private void footnotes(int from, int to) {
        int rule = -1;
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BLANK && RULE.matcher(text(i)).matches()) {
                int next = nextText(i + 1, to);
                if (next >= 0 && footnoteNumber(text(next)) > 0) {
                    rule = next;
                    break;
                }
            }
        }
        if (rule < 0) {
            rule = unruledFootnote(from, to);
        }
        if (rule >= 0) {
            markFootnotes(rule, to);
        }
    }

    /** Where the rule is lost: the next number in turn, whose mark stands on the same page. */
    private int unruledFootnote(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (roles[i] == LineRole.BODY && roles[i - 1] == LineRole.BLANK) {
                int number = footnoteNumber(text(i));
                if (number > lastFootnote
                        && number <= lastFootnote + 5
                        && !Lettering.blank(footnoteText(text(i)))
                        && Marks.marked(lines.subList(from, i), number)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void markFootnotes(int from, int to) {
        int last = -1;
        boolean afterBlank = false;
        for (int i = from; i < to; i++) {
            if (roles[i] == LineRole.BLANK) {
                afterBlank = true;
                continue;
            }
            if (roles[i] == LineRole.PAGE_NUMBER) {
                continue;
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
        }
        lastFootnote = Math.max(lastFootnote, last);
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
