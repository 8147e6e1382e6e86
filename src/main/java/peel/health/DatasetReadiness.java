package peel.health;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import peel.dataset.DatasetRevision;
import peel.query.ReadContext;

/**
 * Ready if PostgreSQL answers and a dataset is loaded. Each request checks it again, so the service becomes ready by
 * itself when the database is available again.
 */
@Readiness
@ApplicationScoped
class DatasetReadiness implements HealthCheck {

    private static final String NAME = "dataset";

    private final AgroalDataSource database;

    DatasetReadiness(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection()) {
            Optional<DatasetRevision> latest = ReadContext.run(connection, DatasetRevision::latest);
            return latest.map(revision -> HealthCheckResponse.named(NAME).up().withData("revision", revision.revision))
                    .orElseGet(() -> HealthCheckResponse.named(NAME).down().withData("reason", "no dataset is loaded"))
                    .build();
        } catch (SQLException | RuntimeException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", "PostgreSQL does not answer")
                    .build();
        }
    }
}
