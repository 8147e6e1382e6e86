package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peel.question.Pillar;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.Vocabulary.KnownQuestion;

/**
 * The form of the reports of 2018/19, of which each covers all pillars. Its chapters have short titles, and the questions
 * themselves may stand below them or nowhere. These titles are no wordings of the dataset, because other reports have them
 * as headings inside of chapters.
 */
final class IntegratedReport {

    private static final Map<String, InspectedQuestion> TITLES = Map.ofEntries(
            title("Effectiveness", Pillar.EFFECTIVENESS, "overall"),
            title("Preventing crime and tackling anti-social behaviour", Pillar.EFFECTIVENESS, "prevent"),
            title("Investigating crime", Pillar.EFFECTIVENESS, "investigate"),
            title("Protecting vulnerable people", Pillar.EFFECTIVENESS, "vulnerable"),
            title("Tackling serious and organised crime", Pillar.EFFECTIVENESS, "soc"),
            title("Armed policing", Pillar.EFFECTIVENESS, "specialist"),
            title("Efficiency", Pillar.EFFICIENCY, "overall"),
            title("Meeting current demands and using resources", Pillar.EFFICIENCY, "demand"),
            title("Planning for the future", Pillar.EFFICIENCY, "planning"),
            title("Legitimacy", Pillar.LEGITIMACY, "overall"),
            title("Treating the public fairly", Pillar.LEGITIMACY, "public"),
            title("Ethical and lawful workforce behaviour", Pillar.LEGITIMACY, "ethics"),
            title("Treating the workforce fairly", Pillar.LEGITIMACY, "workforce"));

    private IntegratedReport() {}

    private static Map.Entry<String, InspectedQuestion> title(String printed, Pillar pillar, String code) {
        return Map.entry(printed, new InspectedQuestion(pillar, code));
    }

    /** The titles, in addition to the wordings of the questions. */
    static List<String> titles() {
        return List.copyOf(TITLES.keySet());
    }

    /** The questions once more, worded as the titles of their chapters. */
    static List<KnownQuestion> titled(List<KnownQuestion> questions) {
        List<KnownQuestion> titled = new ArrayList<>();
        for (KnownQuestion question : questions) {
            TITLES.forEach((title, of) -> {
                if (of.equals(question.key())) {
                    titled.add(new KnownQuestion(
                            question.cycle(),
                            question.pillar(),
                            question.code(),
                            question.kind(),
                            question.graded(),
                            title));
                }
            });
        }
        return titled;
    }
}
