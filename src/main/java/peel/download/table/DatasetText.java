package peel.download.table;

import java.time.LocalDate;
import peel.dataset.Dataset;

/** The texts that explain the dataset to whoever has only the files. */
public final class DatasetText {

    public static final String TITLE = "PEEL inspections of police forces in England and Wales";

    public static final String DESCRIPTION =
            "Judgments of the inspections of police effectiveness, efficiency and legitimacy (PEEL) for the 43 forces of"
                    + " England and Wales, findings, and figures about crime, workforce and population, each with its source.";

    private DatasetText() {}

    /** The content of {@code README.md}. */
    static String readme(DataState state) {
        StringBuilder files = new StringBuilder();
        for (Table table : Tables.ALL) {
            files.append("| `%s` | %s |\n".formatted(table.path(), table.description()));
        }
        return """
                # %1$s

                %2$s

                State `%3$s` of %4$s UTC, revision %5$d. Two archives with the same state, made by the same build of the
                service, are equal byte for byte.

                ## Files

                | file | rows |
                | --- | --- |
                %6$s| `datapackage.json` | Description of all files and columns (Frictionless data package). |
                | `csv-metadata.json` | The same as metadata of CSV on the Web (W3C). |

                Start with `panel.csv` and `observations.csv`, which need no joins:

                ```python
                import pandas
                panel = pandas.read_csv("panel.csv")
                ```

                ```r
                panel <- read.csv("panel.csv", na.strings = "")
                ```

                In these two files, an apostrophe stands before a text that begins like a formula (`=`, `+`, `-`, `@`, a tab
                or a line break), so that a spreadsheet shows it as text.

                The files in `tables` have exactly the form that the service imports (`peel-graphql import tables`). They
                contain every text as it is stored.

                An empty cell is a value that does not exist or is not known. It never means 0. In `panel.csv`, the state
                `NOT_IN_DATA` means that this dataset has no judgment, not that there is none. Grades of two scales are not
                comparable.

                ## Licence

                %7$s

                - Open Government Licence v3.0: %8$s
                - CC BY 4.0: %9$s

                ## How to cite

                %10$s %11$s
                """.formatted(
                        TITLE,
                        DESCRIPTION,
                        state.identity(),
                        state.instant().replace("T", " ").replace("Z", ""),
                        state.revision(),
                        files,
                        Dataset.ATTRIBUTION,
                        Licence.OPEN_GOVERNMENT,
                        Licence.CREATIVE_COMMONS,
                        state.citation(),
                        Dataset.LICENCE + ".");
    }

    /** The content of {@code CITATION.cff}. */
    static String citation(DataState state) {
        LocalDate day = state.since().toLocalDate();
        return """
                cff-version: 1.2.0
                type: dataset
                message: If you use these data, please cite them as below.
                title: %s
                authors:
                  - name: peel-graphql
                version: "%d"
                date-released: %s
                identifiers:
                  - type: other
                    value: urn:uuid:%s
                    description: State of the data
                license: OGL-UK-3.0
                """.formatted(TITLE, state.revision(), day, state.identity());
    }
}
