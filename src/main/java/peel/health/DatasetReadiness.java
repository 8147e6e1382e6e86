package peel.health;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import peel.dataset.DatasetRevision;

/**
 * Ready when PostgreSQL answers and a dataset is loaded. Asked anew each time, so it is red while
 * the database is away and green again when it is back.
 */
@Readiness
@ApplicationScoped
class DatasetReadiness implements HealthCheck {

    private static final String NAME = "dataset";

    @Override
    public HealthCheckResponse call() {
        try {
            Optional<DatasetRevision> latest =
                    QuarkusTransaction.requiringNew().timeout(5).call(DatasetRevision::latest);
            return latest.map(
                            revision ->
                                    HealthCheckResponse.named(NAME)
                                            .up()
                                            .withData("revision", revision.revision))
                    .orElseGet(
                            () ->
                                    HealthCheckResponse.named(NAME)
                                            .down()
                                            .withData("reason", "no dataset is loaded"))
                    .build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", "PostgreSQL does not answer")
                    .build();
        }
    }
}
