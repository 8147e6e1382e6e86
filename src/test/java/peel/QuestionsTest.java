package peel;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** The questions of {@code questions.md}, each in one request, with answers computed from the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class QuestionsTest {

    private static final Path FILE = Path.of("src", "test", "resources", "questions.md");

    private static final Pattern SECTION =
            Pattern.compile("^## (\\d+)\\. (.+?)\\n\\n(.+?)(?=\\n## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern ANSWERED =
            Pattern.compile("```graphql\\n(.+?)```\\n\\n([\\w.]+): ([\\w. ]+)\\n*", Pattern.DOTALL);

    private static final Pattern NOT_ANSWERED =
            Pattern.compile("Not answered in one request: .+\\.\\n\\nExpected: [\\w ]+\\n*", Pattern.DOTALL);

    private static final Pattern SUMMARY = Pattern.compile("\\n(\\d+) of the (\\d+) are answered in one request\\.");

    private record Question(int number, String text, String body) {

        boolean isAnswered() {
            return ANSWERED.matcher(body).matches();
        }

        @Override
        public String toString() {
            return number + ". " + text;
        }
    }

    private static String file() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Question> questions() {
        return SECTION.matcher(file())
                .results()
                .map(found -> new Question(Integer.parseInt(found.group(1)), found.group(2), found.group(3)))
                .toList();
    }

    private static Stream<Question> answered() {
        return questions().stream().filter(Question::isAnswered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answered")
    void isAnsweredByOneRequest(Question question) {
        MatchResult request =
                ANSWERED.matcher(question.body).results().findFirst().orElseThrow();
        List<String> fields = List.of(request.group(3).split(" "));
        List<String> found = query(request.group(1)).each(request.group(2)).stream()
                .map(each -> fields.stream().map(field -> values(each, field)).collect(joining(" ")))
                .sorted()
                .toList();
        // As text, so that a failure shows the lines below one another.
        assertEquals(String.join("\n", ExpectedAnswers.to(question.number)), String.join("\n", found));
        assertFalse(found.isEmpty());
    }

    private static String values(Answer object, String field) {
        return object.all(field).stream().map(ExpectedAnswers::plain).collect(joining(","));
    }

    @Test
    void saysHowManyAreAnswered() {
        List<Question> questions = questions();
        assertEquals(
                IntStream.rangeClosed(1, 60).boxed().toList(),
                questions.stream().map(Question::number).toList());
        MatchResult summary = SUMMARY.matcher(file()).results().findFirst().orElseThrow();
        assertEquals(Integer.toString(questions.size()), summary.group(2));
        assertEquals(Long.toString(answered().count()), summary.group(1));
    }

    /** So that the request, once there is one, is tested as the others are. */
    @Test
    void expectsAnAnswerOfThoseThatAreNotAnsweredToo() {
        for (Question question : questions()) {
            if (!question.isAnswered()) {
                assertTrue(NOT_ANSWERED.matcher(question.body).matches(), question.toString());
                assertFalse(ExpectedAnswers.to(question.number).isEmpty(), question.toString());
            }
        }
    }
}
