package peel.reading.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.question.QuestionKind;
import peel.reading.fact.Vocabulary.KnownCycle;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;

/**
 * Reads the grades, each of which a report prints twice (in its summary and in the question's
 * chapter), and what it says of the judgments before. Grades are taken where they stand alone,
 * never from prose.
 */
final class JudgmentReader {

    /**
     * "Our judgment from the 2016 inspection has been carried over", "the 2016 judgment stands".
     */
    private static final Pattern CARRIED = Pattern.compile(
            "\\b(?:judge?ment|grade)\\b[^.;]*\\b(?:carried (?:over|forward)|stands|still applies|remains in place)\\b|\\bcarried (?:over|forward)\\b[^.;]*\\b(?:judge?ment|grade|inspection)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_INSPECTED = Pattern.compile(
            "\\b(?:this question was|we did) not (?:inspected|inspect this question)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern JUDGING =
            Pattern.compile("^(?:summary|overall judge?ment)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)\\b");

    private static final Pattern GRADE = Pattern.compile(Comparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern JUDGES = Pattern.compile(
            "\\bHMIC(?:FRS)? judges that (?:overall,? )?[^.]{0,40}?\\b(?:is|(?=requires))\\b[^.]*?" + Comparison.GRADE,
            Pattern.CASE_INSENSITIVE);

    private record Printed(Standing standing, Passage passage) {}

    private record Stated(Comparison comparison, Sentence sentence) {}

    /** What was gathered on a question. */
    private static final class Gathered {
        Printed summary;
        Printed chapter;
        Stated inSummary;
        Stated inChapter;
        Sentence notInspected;
        String note;
        final List<String> contradictions = new ArrayList<>();
    }

    private final Document document;
    private final Vocabulary vocabulary;
    private final KnownCycle cycle;
    private final List<KnownQuestion> questions;
    private final List<KnownQuestion> known;
    private final Wordings wordings;
    private final Chapters chapters;
    private final Places places;
    private final Taken taken;
    private final Map<String, Gathered> gathered = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> overall;
    private int firstTitle = Integer.MAX_VALUE;

    JudgmentReader(
            Document document,
            Vocabulary vocabulary,
            KnownCycle cycle,
            List<KnownQuestion> questions,
            List<KnownQuestion> known,
            Wordings wordings,
            Chapters chapters,
            Places places,
            Taken taken) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.cycle = cycle;
        this.questions = questions;
        this.known = known;
        this.wordings = wordings;
        this.chapters = chapters;
        this.places = places;
        this.taken = taken;
        this.overall = questions.stream()
                .filter(question -> question.kind() == QuestionKind.OVERALL)
                .map(KnownQuestion::code)
                .collect(Collectors.toSet());
        questions.forEach(question -> gathered.put(question.code(), new Gathered()));
    }

    /** The contradictions found by {@link #read}. */
    List<Remark> remarks() {
        return remarks;
    }

    List<ReadJudgment> read(Reading reading) {
        readGrades();
        readSentences(reading);
        List<ReadJudgment> judgments = new ArrayList<>();
        gathered.forEach((code, about) -> {
            ReadJudgment judgment = judgment(code, about);
            if (judgment != null) {
                judgments.add(judgment);
            }
        });
        for (Sentence sentence : reading.running()) {
            takeRestated(sentence, judgments);
        }
        return judgments;
    }

    // Grades that stand alone.

    private void readGrades() {
        List<Passage> titles = new ArrayList<>();
        List<Printed> grades = new ArrayList<>();
        int section = -1;
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.TITLE) {
                firstTitle = Math.min(firstTitle, passage.ordinal());
                if (!grades.isEmpty()) {
                    pair(titles, grades);
                }
                titles.add(passage);
                section = passage.section();
                continue;
            }
            Standing standing = standing(passage);
            if (passage.section() != section && !titles.isEmpty()) {
                pair(titles, grades);
            }
            if (standing == null) {
                continue;
            }
            Printed printed = new Printed(standing, passage);
            if (titles.isEmpty()) {
                inChapter(chapters.question(passage.section()), printed);
            } else {
                grades.add(printed);
            }
        }
        pair(titles, grades);
    }

    private Standing standing(Passage passage) {
        boolean alone = passage.kind() == PassageKind.GRADE
                || passage.kind() == PassageKind.PARAGRAPH && passage.text().length() < 80;
        Standing standing = alone ? Standing.of(passage.text()) : null;
        boolean onScale = standing == null
                || standing.grade() != Grade.ADEQUATE
                || !cycle.gradeScale().equals("PEEL4");
        return onScale ? standing : null;
    }

    /** Titles and grades of a row of the summary stand in the same order. */
    private void pair(List<Passage> titles, List<Printed> grades) {
        // With a grade fewer it can't be told whose is missing; the chapters tell.
        for (int i = 0; titles.size() == grades.size() && i < titles.size(); i++) {
            KnownQuestion question = wordings.find(titles.get(i).text(), known, Wordings.SAME);
            if (question != null) {
                Gathered about = gathered.get(question.code());
                taken.take(grades.get(i).passage());
                if (about.summary == null) {
                    about.summary = grades.get(i);
                } else {
                    differ(question.code(), about, about.summary, grades.get(i), "summary");
                }
            }
        }
        titles.clear();
        grades.clear();
    }

    private void inChapter(String question, Printed printed) {
        if (question == null) {
            return;
        }
        Gathered about = gathered.get(question);
        taken.take(printed.passage());
        if (about.chapter == null) {
            about.chapter = printed;
        } else {
            differ(question, about, about.chapter, printed, "chapter");
        }
    }

    private void differ(String question, Gathered about, Printed first, Printed second, String where) {
        if (!first.standing().equals(second.standing())) {
            contradict(
                    about,
                    "%s: the %s prints %s (%s) and %s (%s); the first is kept"
                            .formatted(
                                    question,
                                    where,
                                    first.standing().print(),
                                    lines(first.passage()),
                                    second.standing().print(),
                                    lines(second.passage())),
                    places.of(first.passage(), null),
                    places.of(second.passage(), null));
        }
    }

    private void contradict(Gathered about, String text, Place one, Place other) {
        about.contradictions.add(text);
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, one, other));
    }

    private static String lines(Passage passage) {
        return lines(passage.lines().from(), passage.lines().to());
    }

    private static String lines(int from, int to) {
        return from == to ? "line " + from : "lines " + from + "-" + to;
    }

    // What prose says of the judgments before.

    private void readSentences(Reading reading) {
        for (Sentence sentence : reading.running()) {
            String question = chapters.question(sentence.passage().section());
            if (question == null) {
                continue;
            }
            boolean summarised =
                    overall.contains(question) && sentence.passage().ordinal() > firstTitle;
            Comparison comparison = judging(sentence.passage().section()) ? Comparison.of(sentence.text()) : null;
            if (comparison != null) {
                String about = summarised ? topic(sentence) : question;
                if (about != null) {
                    Gathered found = gathered.get(about);
                    Stated stated = new Stated(comparison, sentence);
                    taken.take(sentence);
                    if (summarised && found.inSummary == null) {
                        found.inSummary = stated;
                    } else if (!summarised && found.inChapter == null) {
                        found.inChapter = stated;
                    }
                }
            } else if (!summarised) {
                readCarriedOver(sentence, question);
            }
        }
    }

    /**
     * Whether a section says what was judged: only there is an improvement one of the judgment, and
     * not of some part of the work.
     */
    private boolean judging(int section) {
        String heading = document.sections().get(section).heading();
        return heading != null && JUDGING.matcher(heading).find()
                || document.passages().stream()
                        .anyMatch(passage -> passage.section() == section && passage.kind() == PassageKind.GRADE);
    }

    /** The question that a paragraph of the summary is about, by the words of the questions. */
    private String topic(Sentence sentence) {
        Set<String> words = stems(sentence.passage().text());
        String best = null;
        double bestShare = 0;
        boolean tie = false;
        for (KnownQuestion question : questions) {
            if (question.kind() != QuestionKind.CORE) {
                continue;
            }
            Set<String> asked = stems(question.wording());
            double share = (double) asked.stream().filter(words::contains).count() / asked.size();
            tie = share == bestShare || tie && share < bestShare;
            if (share > bestShare) {
                best = question.code();
                bestShare = share;
            }
        }
        return tie || bestShare < 0.5 ? null : best;
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() > 3)
                .filter(word -> !Set.of("effective", "force", "those", "from").contains(word))
                .map(word -> word.substring(0, Math.min(word.length(), 6)))
                .collect(Collectors.toSet());
    }

    private void readCarriedOver(Sentence sentence, String question) {
        if (!CARRIED.matcher(sentence.text()).find()) {
            if (NOT_INSPECTED.matcher(sentence.text()).find()) {
                Gathered about = gathered.get(question);
                about.notInspected = sentence;
                if (about.chapter == null && about.summary == null) {
                    about.chapter =
                            new Printed(new Standing(JudgmentState.NOT_INSPECTED, null, null), sentence.passage());
                    taken.take(sentence);
                }
            }
            return;
        }
        Matcher year = YEAR.matcher(sentence.text());
        String from = null;
        while (year.find()) {
            KnownCycle earlier = cycleOf(year.group(1));
            from = earlier == null || earlier.equals(cycle) ? from : year.group(1);
        }
        if (from == null) {
            return;
        }
        Gathered about = gathered.get(question);
        Matcher grade = GRADE.matcher(sentence.text());
        Grade inSentence = grade.find() ? Standing.grade(grade.group(1)) : null;
        taken.take(sentence);
        if (about.notInspected != null) {
            taken.take(about.notInspected);
        }
        about.chapter = carried(about.chapter, sentence, from, inSentence);
        about.summary = about.summary == null ? null : carried(about.summary, sentence, from, null);
    }

    private static Printed carried(Printed printed, Sentence sentence, String from, Grade inSentence) {
        Grade grade = printed == null ? inSentence : printed.standing().grade();
        return new Printed(
                new Standing(JudgmentState.CARRIED_OVER, grade == null ? inSentence : grade, from),
                printed == null ? sentence.passage() : printed.passage());
    }

    private KnownCycle cycleOf(String printed) {
        String code = printed.replace('–', '-');
        return vocabulary.cycles().stream()
                .filter(known -> known.code().equals(code)
                        || known.code().replace('/', '-').equals(code)
                        || code.length() == 4
                                && known.starts() <= Integer.parseInt(code)
                                && Integer.parseInt(code) <= known.ends())
                .findFirst()
                .orElse(null);
    }

    // Both together.

    private ReadJudgment judgment(String code, Gathered about) {
        Printed printed = about.chapter == null ? about.summary : about.chapter;
        Stated stated = about.inChapter == null ? about.inSummary : about.inChapter;
        if (printed == null) {
            return null;
        }
        Passage place = printed.passage();
        if (about.chapter != null && about.summary != null) {
            if (agree(about.chapter.standing(), about.summary.standing())) {
                place = about.summary.passage();
                about.note = "the same %sstands in the question's chapter, %s"
                        .formatted(
                                about.chapter.standing().grade() == null ? "" : "grade ",
                                lines(about.chapter.passage()));
            } else {
                contradict(
                        about,
                        "%s: the summary prints %s (%s), the question's own chapter %s (%s); the chapter's is kept"
                                .formatted(
                                        code,
                                        about.summary.standing().print(),
                                        lines(about.summary.passage()),
                                        about.chapter.standing().print(),
                                        lines(about.chapter.passage())),
                        places.of(about.summary.passage(), null),
                        places.of(about.chapter.passage(), null));
            }
        }
        checkStated(code, about);
        Standing standing = printed.standing();
        JudgmentState state = standing.state();
        String carriedFrom = null;
        if (state == JudgmentState.CARRIED_OVER) {
            KnownCycle earlier = standing.carriedFrom() == null ? null : cycleOf(standing.carriedFrom());
            Grade grade = standing.grade();
            if (earlier == null || grade == null) {
                about.note = standing.print()
                        + (grade == null
                                ? "; the report does not say which grade"
                                : "; the report does not say from which inspection that is known");
                return judgment(code, JudgmentState.NOT_INSPECTED, null, null, about, stated, place);
            }
            carriedFrom = earlier.code();
        }
        return judgment(code, state, standing.grade(), carriedFrom, about, stated, place);
    }

    private ReadJudgment judgment(
            String code,
            JudgmentState state,
            Grade grade,
            String carriedFrom,
            Gathered about,
            Stated stated,
            Passage place) {
        return new ReadJudgment(
                code,
                state,
                grade,
                carriedFrom,
                stated == null ? null : stated.comparison().direction(),
                stated == null ? null : stated.comparison().year(),
                stated == null ? null : stated.comparison().grade(),
                about.note,
                about.contradictions.isEmpty() ? null : String.join("; ", about.contradictions),
                places.of(place, null));
    }

    private static boolean agree(Standing chapter, Standing summary) {
        return chapter.grade() == summary.grade() && (chapter.state() == summary.state() || chapter.grade() != null);
    }

    private void checkStated(String code, Gathered about) {
        if (about.inChapter == null
                || about.inSummary == null
                || about.inChapter.comparison().equals(about.inSummary.comparison())) {
            return;
        }
        Place summary = places.of(about.inSummary.sentence());
        Place chapter = places.of(about.inChapter.sentence());
        contradict(
                about,
                "%s: the summary compares with the judgment before as %s (%s), the question's own chapter as %s (%s); the chapter's is kept"
                        .formatted(
                                code,
                                print(about.inSummary.comparison()),
                                lines(summary.lines().from(), summary.lines().to()),
                                print(about.inChapter.comparison()),
                                lines(chapter.lines().from(), chapter.lines().to())),
                summary,
                chapter);
    }

    private static String print(Comparison comparison) {
        return comparison.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (comparison.year() == null ? "" : ", " + comparison.year())
                + (comparison.grade() == null ? "" : ", " + Standing.print(comparison.grade()));
    }

    // Sentences that say the grade again.

    private void takeRestated(Sentence sentence, List<ReadJudgment> judgments) {
        String question = chapters.question(sentence.passage().section());
        if (question == null) {
            return;
        }
        boolean summarised = overall.contains(question) && sentence.passage().ordinal() > firstTitle;
        String about = summarised ? topic(sentence) : question;
        ReadJudgment judgment = judgments.stream()
                .filter(known -> known.question().equals(about))
                .findFirst()
                .orElse(null);
        Matcher grade = GRADE.matcher(sentence.text());
        if (judgment == null || judgment.grade() == null || !grade.find()) {
            return;
        }
        boolean same = Standing.grade(grade.group(1)) == judgment.grade();
        boolean once = !grade.find();
        boolean opens = sentence.text()
                .matches(
                        "(?s)(?:HMIC(?:FRS)? judges that )?(?:overall,? )?(?:the force|[A-Z][\\w’' -]*(?:Police|Constabulary)|[A-Z][\\w’' -]*Police Service)(?:[’']s approach to [^.,;]+)? (?:is (?:\\w+ )?(?:outstanding|good|adequate|inadequate)|requires improvement)\\b(?: (?:at|in|overall)\\b[^.;]*)?\\.?");
        if (same && once && (opens || JUDGES.matcher(sentence.text()).find())) {
            taken.take(sentence);
        } else if (!summarised) {
            Matcher judges = JUDGES.matcher(sentence.text());
            if (judges.find() && Standing.grade(judges.group(1)) != judgment.grade()) {
                Place place = places.of(sentence);
                String text = "%s: the grade is %s (%s), the text says \"%s\" (%s); the grade is kept"
                        .formatted(
                                question,
                                Standing.print(judgment.grade()),
                                lines(
                                        judgment.place().lines().from(),
                                        judgment.place().lines().to()),
                                judges.group(1),
                                lines(place.lines().from(), place.lines().to()));
                remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, judgment.place(), place));
                judgments.set(judgments.indexOf(judgment), contradicted(judgment, text));
                taken.take(sentence);
            }
        }
    }

    private static ReadJudgment contradicted(ReadJudgment judgment, String text) {
        String before = judgment.contradiction();
        return new ReadJudgment(
                judgment.question(),
                judgment.state(),
                judgment.grade(),
                judgment.carriedOverFrom(),
                judgment.direction(),
                judgment.statedYear(),
                judgment.statedGrade(),
                judgment.note(),
                before == null ? text : before + "; " + text,
                judgment.place());
    }
}
