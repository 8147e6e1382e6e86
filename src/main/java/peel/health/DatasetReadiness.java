package peel.health;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import peel.dataset.DatasetRevision;
import peel.execution.ExecutionConfig;
import peel.execution.RevisionWatch;
import peel.query.ReadContext;

/**
 * Ready if PostgreSQL answers and a dataset is loaded. Each request checks it again, so the service becomes ready by
 * itself when the database is available again. A standby must not be too far behind its primary.
 */
@Readiness
@ApplicationScoped
class DatasetReadiness implements HealthCheck {

    private static final String NAME = "dataset";
    private static final String LAG = "standbyLagSeconds";

    private final AgroalDataSource database;
    private final RevisionWatch watch;
    private final double maxLagInSeconds;

    DatasetReadiness(AgroalDataSource database, RevisionWatch watch, ExecutionConfig config) {
        this.database = database;
        this.watch = watch;
        this.maxLagInSeconds =
                config.maxStandbyLag().map(lag -> lag.toMillis() / 1000.0).orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection()) {
            Optional<DatasetRevision> latest = ReadContext.run(connection, DatasetRevision::latest);
            return latest.map(revision -> of(revision.revision)).orElseGet(() -> down("no dataset is loaded"));
        } catch (SQLException | RuntimeException e) {
            return down("PostgreSQL does not answer");
        }
    }

    private HealthCheckResponse of(long revision) {
        double lag = watch.standbyLagInSeconds();
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).withData("revision", revision);
        if (!Double.isNaN(lag)) {
            response.withData(LAG, Math.round(lag));
        }
        if (watch.isOlderThanShown()) {
            return response.down()
                    .withData("reason", "the standby has an older state than this service has shown")
                    .build();
        }
        if (lag > maxLagInSeconds) {
            return response.down()
                    .withData("reason", "the standby is too far behind its primary")
                    .build();
        }
        return response.up().build();
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
