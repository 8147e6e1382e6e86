package peel.reading.evidence;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import peel.question.Pillar;
import peel.question.QuestionKind;

/** The vocabulary of the bundled dataset. */
public final class BundledVocabulary {

    private static final Path DATASET = Path.of("src/main/resources/dataset");

    private static final Vocabulary VOCABULARY = load();

    private BundledVocabulary() {}

    public static Vocabulary get() {
        return VOCABULARY;
    }

    /** Returns the rows of a file of the dataset. */
    public static List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(DATASET.resolve(file), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static Vocabulary load() {
        return new Vocabulary(
                rows("forces.csv").stream().map(BundledVocabulary::force).toList(),
                rows("cycles.csv").stream()
                        .map(row -> new Vocabulary.KnownCycle(
                                row.get("code"),
                                row.get("grade_scale"),
                                Integer.parseInt(row.get("starts")),
                                Integer.parseInt(row.get("ends"))))
                        .toList(),
                rows("questions.csv").stream()
                        .map(row -> new Vocabulary.KnownQuestion(
                                row.get("cycle"),
                                row.get("pillar").isEmpty() ? null : Pillar.valueOf(row.get("pillar")),
                                row.get("code"),
                                QuestionKind.valueOf(row.get("kind")),
                                Boolean.parseBoolean(row.get("graded")),
                                row.get("wording")))
                        .toList(),
                rows("metrics.csv").stream().map(row -> row.get("code")).toList(),
                rows("areas.csv").stream().map(row -> row.get("code")).toList());
    }

    private static Vocabulary.KnownForce force(CSVRecord row) {
        String slug = row.get("slug");
        String area = rows("areas.csv").stream()
                .filter(other -> other.get("code").equals(slug))
                .map(other -> other.get("name"))
                .findFirst()
                .orElseThrow();
        List<String> aliases = rows("force_aliases.csv").stream()
                .filter(other -> other.get("force").equals(slug))
                .map(other -> other.get("alias"))
                .toList();
        return new Vocabulary.KnownForce(slug, row.get("name"), area, aliases);
    }
}
