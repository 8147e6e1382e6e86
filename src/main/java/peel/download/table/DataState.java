package peel.download.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import peel.dataset.DatasetRevision;

/**
 * The state of the data that a download is of.
 *
 * @param identity never repeated
 * @param revision the number that people see
 * @param since when an import brought this state, in UTC, to the second
 */
public record DataState(UUID identity, int revision, LocalDateTime since) {

    /** Reads the state in the transaction of a snapshot of a dataset that has been loaded. */
    public static DataState read(Connection connection) throws SQLException {
        DatasetRevision latest =
                DatasetRevision.latest(connection).orElseThrow(() -> new IllegalStateException("no dataset is loaded"));
        return new DataState(
                latest.identity,
                latest.revision,
                latest.importedAt
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /** When an import brought this state, as in JSON. */
    public String instant() {
        return since.toInstant(ZoneOffset.UTC).toString();
    }

    /** How to cite the data. */
    public String citation() {
        return "PEEL inspection data of police forces in England and Wales, state %s of %s (revision %d)."
                .formatted(identity, since.toLocalDate(), revision);
    }
}
