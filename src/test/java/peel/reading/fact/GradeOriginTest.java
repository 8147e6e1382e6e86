package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.judgment.JudgmentState;
import peel.question.Pillar;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** Sentences and notes beside a grade of 2017, by whether the grade may be another one. */
class GradeOriginTest {

    private static final String AFTER_GRADE = "Kent Police knows what it does about soc, and writes it down.";

    @TempDir
    Path folder;

    @Test
    void holdsBackAGradeThatMayBeOfAnotherYearForceBodyOrState() throws IOException {
        List<String> stored = new ArrayList<>();
        for (String words : lines("of-others.txt")) {
            CycleForm form = form();
            String report = form.text();
            String beside = report.replace(
                    form.grades().get("soc") + "\n\n" + AFTER_GRADE,
                    form.grades().get("soc") + "\n" + words + "\n\n" + AFTER_GRADE);
            if (isStored(form().chapter("soc", words).text()) || isStored(beside)) {
                stored.add(words);
            }
        }
        assertEquals(List.of(), stored);
    }

    @Test
    void storesAGradeBesideWordsOnTheWorkOfTheForce() throws IOException {
        List<String> heldBack = new ArrayList<>();
        for (String words : lines("of-this-inspection.txt")) {
            if (!isStored(form().chapter("soc", words).text())) {
                heldBack.add(words);
            }
        }
        assertEquals(List.of(), heldBack);
    }

    private static CycleForm form() {
        return CycleForm.of("2017", Pillar.EFFECTIVENESS);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/grades", file), StandardCharsets.UTF_8);
    }

    private boolean isStored(String report) throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, report, StandardCharsets.UTF_8);
        ReportLimits limits = new ReportLimits(1 << 20, 99, 1 << 20, Duration.ofMinutes(1));
        return new ReportReader(BundledVocabulary.get())
                .read(ReportFile.read(file, limits)).judgments().stream()
                        .anyMatch(judgment ->
                                judgment.question().equals("soc") && judgment.state() == JudgmentState.GRADED);
    }
}
