package peel.reading.fact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.evidence.Place;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;

/** Checks sentences that repeat a grade in words against the judgments. */
final class RestatedGrades {

    private static final Pattern GRADE = Pattern.compile(JudgmentComparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern JUDGES = Pattern.compile(
            "\\bHMIC(?:FRS)? judges that (?:overall,? )?[^.]{0,40}?\\b(?:is|(?=requires))\\b[^.]*?"
                    + JudgmentComparison.GRADE,
            Pattern.CASE_INSENSITIVE);

    /** A sentence that only states how the force was judged. */
    private static final Pattern STATES_GRADE = Pattern.compile(
            "(?s)(?:HMIC(?:FRS)? judges that )?(?:overall,? )?(?:the force|[A-Z][\\w’' -]*(?:Police|Constabulary)|[A-Z][\\w’' -]*Police Service)(?:[’']s approach to [^.,;]+)? (?:is (?:\\w+ )?(?:outstanding|good|adequate|inadequate)|requires improvement)\\b(?: (?:at|in|overall)\\b[^.;]*)?\\.?");

    private final QuestionTopics topics;
    private final SectionQuestions sectionQuestions;
    private final Places places;
    private final UnderstoodText understood;
    private final List<Remark> remarks;

    /**
     * @param remarks receives the contradictions
     */
    RestatedGrades(
            QuestionTopics topics,
            SectionQuestions sectionQuestions,
            Places places,
            UnderstoodText understood,
            List<Remark> remarks) {
        this.topics = topics;
        this.sectionQuestions = sectionQuestions;
        this.places = places;
        this.understood = understood;
        this.remarks = remarks;
    }

    /** Checks a sentence; a judgment that it contradicts is replaced in the list. */
    void check(Sentence sentence, List<ReadJudgment> judgments) {
        String question = sectionQuestions.of(sentence.passage());
        if (question == null) {
            return;
        }
        String about = topics.of(sentence);
        ReadJudgment judgment = judgments.stream()
                .filter(known -> known.question().equals(about))
                .findFirst()
                .orElse(null);
        Matcher grade = GRADE.matcher(sentence.text());
        if (judgment == null || judgment.grade() == null || !grade.find()) {
            return;
        }
        boolean same = PrintedGrade.parseGrade(grade.group(1)) == judgment.grade();
        boolean once = !grade.find();
        Matcher judges = JUDGES.matcher(sentence.text());
        boolean judging = judges.find();
        if (same && once && (judging || STATES_GRADE.matcher(sentence.text()).matches())) {
            understood.add(sentence);
        } else if (!topics.inSummary(sentence)
                && judging
                && PrintedGrade.parseGrade(judges.group(1)) != judgment.grade()) {
            Place place = places.of(sentence);
            String text = "%s: the grade is %s (%s), but the text says \"%s\" (%s); the grade is kept"
                    .formatted(
                            question,
                            PrintedGrade.inWords(judgment.grade()),
                            judgment.place().lines().label(),
                            judges.group(1),
                            place.lines().label());
            remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, judgment.place(), place));
            judgments.set(judgments.indexOf(judgment), judgment.contradictedBy(text));
            understood.add(sentence);
        }
    }
}
