package peel.reading.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.Vocabulary.KnownQuestion;

/** Composes reports in the forms of the cycles, in sentences of our own. */
final class CycleForm {

    private final String cycle;
    private final Pillar pillar;
    private final Map<String, String> grades = new LinkedHashMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();
    private String title;
    private boolean summary = true;

    private CycleForm(String cycle, Pillar pillar) {
        this.cycle = cycle;
        this.pillar = pillar;
        String year = cycle;
        title = pillar == null
                ? "PEEL " + year + "\n\nPolice effectiveness, efficiency and legitimacy"
                : "PEEL: Police " + pillar.name().toLowerCase(java.util.Locale.ROOT) + " " + year;
        List<String> scale = pillar == null
                ? List.of("Good", "Adequate", "Requires improvement", "Outstanding", "Inadequate")
                : List.of("Good", "Requires improvement", "Outstanding", "Inadequate");
        int at = 0;
        for (KnownQuestion question : questions()) {
            if (question.graded()) {
                grades.put(question.code(), scale.get(at++ % scale.size()));
            }
        }
    }

    static CycleForm of(String cycle, Pillar pillar) {
        return new CycleForm(cycle, pillar);
    }

    CycleForm title(String other) {
        title = other;
        return this;
    }

    CycleForm withoutSummary() {
        summary = false;
        return this;
    }

    /** Adds text to the end of a question's chapter. */
    CycleForm chapter(String question, String text) {
        extra.merge(question, text, (one, other) -> one + "\n\n" + other);
        return this;
    }

    CycleForm grade(String question, String grade) {
        grades.put(question, grade);
        return this;
    }

    Map<String, String> grades() {
        return grades;
    }

    List<KnownQuestion> questions() {
        return BundledVocabulary.get().questionsOf(cycle, pillar);
    }

    private int year() {
        return BundledVocabulary.get().cycles().stream()
                .filter(known -> known.code().equals(cycle))
                .findFirst()
                .orElseThrow()
                .starts();
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(title);
        parts.add("An inspection of Kent Police");
        parts.add("March " + (year() + 1));
        StringBuilder contents = new StringBuilder("Contents\n\n");
        int page = 3;
        for (KnownQuestion question : questions()) {
            contents.append(question.wording())
                    .append(" ")
                    .append(".".repeat(20))
                    .append(" ")
                    .append(page++)
                    .append('\n');
        }
        parts.add(contents.toString().stripTrailing());
        if (pillar == null) {
            areas(parts);
        } else {
            questions(parts);
        }
        parts.add("About this inspection");
        parts.add("HMIC asks 43 forces the same questions. A grade of good is given for good work.");
        return String.join("\n\n", parts) + "\n";
    }

    private void questions(List<String> parts) {
        KnownQuestion overall = questions().stream()
                .filter(question -> question.kind() == QuestionKind.OVERALL)
                .findFirst()
                .orElse(null);
        if (overall != null) {
            parts.add("Overview – " + overall.wording());
            parts.add("Overall judgment");
            parts.add(grades.getOrDefault("overall", "Not graded"));
            parts.add("The force was seen at work for some days. HMIC says below what was seen there.");
            parts.add("Summary");
            parts.add("Much of it is done as it was planned, and the rest is being planned anew.");
            for (KnownQuestion question : questions()) {
                if (summary && question.kind() == QuestionKind.CORE && grades.containsKey(question.code())) {
                    parts.add(question.wording());
                    parts.add(grades.get(question.code()));
                    parts.add("What was seen here was seen in most places, and by most of those who looked.");
                }
            }
        }
        parts.add("Introduction");
        parts.add("HMIC looks each year at how effective, efficient and legitimate forces are. We inspected the force"
                + " between March and May " + year() + ".");
        for (KnownQuestion question : questions()) {
            if (question.kind() == QuestionKind.CORE) {
                chapter(parts, question);
            }
        }
    }

    private void chapter(List<String> parts, KnownQuestion question) {
        parts.add(question.wording());
        parts.add("Why this is asked is plain: whoever lives or works in Kent is touched by it.");
        parts.add("Summary of findings");
        if (grades.containsKey(question.code())) {
            parts.add(grades.get(question.code()));
        }
        parts.add("Kent Police knows what it does about " + question.code() + ", and writes it down.");
        if (extra.containsKey(question.code())) {
            parts.add(extra.get(question.code()));
        }
        parts.add("Areas for improvement");
        parts.add("• The force should do better about " + question.code() + " by doing it sooner.");
    }

    private void areas(List<String> parts) {
        parts.add("Overall summary");
        parts.add("Our judgments");
        parts.add(
                "Our inspection assessed how good Kent Police is in ten areas of policing. We make graded judgments in"
                        + " nine of these ten as follows:");
        if (summary) {
            for (String grade : List.of("Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate")) {
                parts.add(grade);
                questions().stream()
                        .filter(question -> grade.equals(grades.get(question.code())))
                        .forEach(question -> parts.add(question.wording()));
            }
        }
        parts.add("HM Inspector’s observations");
        parts.add("We inspected the force between March and May " + year() + ". HMICFRS found it to be at work.");
        for (KnownQuestion question : questions()) {
            parts.add(question.wording());
            if (grades.containsKey(question.code())) {
                parts.add(grades.get(question.code()));
                parts.add("Kent Police is what the grade says at " + question.code() + ".");
            }
            parts.add("Main findings");
            parts.add("In this section we set out our main findings on how well it works.");
            parts.add("Area for improvement");
            parts.add("The force needs to do better about " + question.code() + ".");
            parts.add("We looked at some files. Officers should have said why they closed them, but they had not.");
            parts.add("The force has a plan for this work");
            parts.add("It was written by those who do the work, and it is read out when a shift begins.");
            if (extra.containsKey(question.code())) {
                parts.add(extra.get(question.code()));
            }
        }
    }
}
