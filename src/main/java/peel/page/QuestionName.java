package peel.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which question is meant.
 *
 * @param cycle the code of the cycle
 * @param pillar null for the cycles without pillars
 * @param code unique within cycle and pillar
 */
public record QuestionName(String cycle, @Nullable String pillar, String code) {

    private static final Map<String, String> ABBREVIATIONS =
            Map.of("soc", "serious and organised crime", "asb", "anti-social behaviour");

    /** What an operation selects of a question. */
    public static final String FIELDS = "question { code pillar wording graded cycle { code gradeScale { code } } }";

    /** The name of a question, of which {@link #FIELDS} or some of them were selected. */
    public static QuestionName of(PageData question) {
        return new QuestionName(
                question.object("cycle").text("code"), question.optionalText("pillar"), question.text("code"));
    }

    /** The path of the question's page. */
    public String path() {
        return "/questions/" + PageAddress.encode(PageAddress.cycleSegment(cycle))
                + (pillar == null ? "" : "/" + pillar.toLowerCase(Locale.ROOT)) + "/" + PageAddress.encode(code);
    }

    /** The query string of the national picture of this question. */
    public String query() {
        return "?cycle=" + PageAddress.encode(PageAddress.cycleSegment(cycle))
                + (pillar == null ? "" : "&pillar=" + pillar.toLowerCase(Locale.ROOT)) + "&question="
                + PageAddress.encode(code);
    }

    /** A few words, without the abbreviations of codes: "Effectiveness: overall", "Protect vulnerable". */
    public String words() {
        String spaced = Arrays.stream(code.split("-"))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return pillar == null ? sentence(spaced) : sentence(pillar.toLowerCase(Locale.ROOT)) + ": " + spaced;
    }

    /** Whether another cycle asks this question under the same name. */
    public boolean isLike(QuestionName other) {
        return code.equals(other.code) && (pillar == null ? other.pillar == null : pillar.equals(other.pillar));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
