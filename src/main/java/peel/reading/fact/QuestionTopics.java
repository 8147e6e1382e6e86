package peel.reading.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.question.QuestionKind;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;

/**
 * Finds the question that a sentence is about: that of its chapter or, in the summary of all questions, the one whose
 * words its paragraph uses.
 */
final class QuestionTopics {

    private final List<KnownQuestion> questions;
    private final SectionQuestions sectionQuestions;
    private final Set<String> overall;
    private final int firstTitle;

    QuestionTopics(Document document, List<KnownQuestion> questions, SectionQuestions sectionQuestions) {
        this.questions = questions;
        this.sectionQuestions = sectionQuestions;
        this.overall = questions.stream()
                .filter(question -> question.kind() == QuestionKind.OVERALL)
                .map(KnownQuestion::code)
                .collect(Collectors.toSet());
        this.firstTitle = document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.TITLE)
                .mapToInt(Passage::ordinal)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether a sentence is in the summary of all questions, which follows the first title. */
    boolean inSummary(Sentence sentence) {
        String question = sectionQuestions.of(sentence.passage());
        return overall.contains(question) && sentence.passage().ordinal() > firstTitle;
    }

    /** The code of the question; null if the words fit none, or several equally well. */
    @Nullable String of(Sentence sentence) {
        return inSummary(sentence) ? topic(sentence) : sectionQuestions.of(sentence.passage());
    }

    private @Nullable String topic(Sentence sentence) {
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
}
