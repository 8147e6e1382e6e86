package peel.observation;

import java.sql.SQLException;
import java.util.UUID;
import peel.query.Row;
import peel.query.RowType;
import peel.source.SourceReference;

/**
 * Reads observations. Not part of {@link StoredObservation}, since declaring the rows creates an observation: a class
 * whose initialization creates an object of a subclass can deadlock with a thread that initializes the subclass.
 */
final class StoredObservationRows {

    static final RowType<StoredObservation> ROWS = RowType.of("observation o", StoredObservationRows::read);

    private StoredObservationRows() {}

    private static StoredObservation read(Row row) throws SQLException {
        UUID key = row.uuid("id");
        StoredObservation observation = RowType.unmanaged(ofType(row.enumValue("type", MetricType.class)));
        observation.key = key;
        observation.metricKey = row.integer("metric_id");
        observation.areaKey = row.integer("area_id");
        observation.endsOn = row.date("ends_on");
        observation.from = row.date("period_from");
        observation.to = row.date("period_to");
        observation.asAt = row.date("as_at");
        observation.baselineFrom = row.date("baseline_from");
        observation.baselineTo = row.date("baseline_to");
        observation.dimension = row.text("dimension");
        observation.dimensionGroup = row.text("dimension_group");
        observation.value = row.decimal("value");
        observation.missing = row.enumValue("missing", MissingReason.class);
        observation.qualifier = row.enumValue("qualifier", Qualifier.class);
        observation.basis = row.enumValue("basis", ObservationBasis.class);
        observation.comparability = row.text("comparability");
        observation.assessment = row.text("assessment");
        observation.contradiction = row.text("contradiction");
        observation.source = SourceReference.read(row);
        return observation;
    }

    private static StoredObservation ofType(MetricType type) {
        return switch (type) {
            case CRIME_RATE -> new CrimeRate();
            case CRIME_OUTCOME -> new CrimeOutcome();
            case ANTI_SOCIAL_BEHAVIOUR -> new AntiSocialBehaviour();
            case VICTIM_SATISFACTION -> new VictimSatisfaction();
            case ORGANISED_CRIME_GROUP -> new OrganisedCrimeGroupCount();
            case OFFENDER_MANAGEMENT -> new OffenderManagementFigure();
            case INVESTIGATION -> new Investigation();
            case WORKFORCE -> new Workforce();
            case POPULATION -> new Population();
            case PARTNERSHIP -> new Partnership();
            case STOP_AND_SEARCH -> new StopAndSearch();
        };
    }
}
