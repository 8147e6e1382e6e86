package peel.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.finding.Finding;
import peel.force.Force;
import peel.judgment.Judgment;
import peel.question.Cycle;
import peel.source.Publication;

/** Fields that lead to and from inspections. */
@GraphQLApi
// Quarkus registers only API classes that have a @Query.
@RegisterForReflection
public class InspectionApi {

    @NonNull @Description("Inspections of the force, ordered by cycle and pillar.")
    public List<@NonNull List<@NonNull Inspection>> inspections(
            @Source List<Force> forces,
            @Description("Only inspections of this cycle, given by code, such as `2015`.") @Nullable String cycle) {
        return Inspection.ofForces(
                forces.stream().map(force -> force.key).toList(), cycle == null ? null : Cycle.require(cycle).code);
    }

    @NonNull @Description("Inspection in which the judgment was made.")
    public List<@NonNull Inspection> inspection(@Source List<Judgment> judgments) {
        return Inspection.byKeys(
                judgments.stream().map(judgment -> judgment.inspectionKey).toList());
    }

    @NonNull @Name("force")
    @Description("Force that was inspected.")
    public List<@NonNull Force> forceOfInspection(@Source List<Inspection> inspections) {
        return Force.byKeys(
                inspections.stream().map(inspection -> inspection.forceKey).toList());
    }

    @NonNull @Name("cycle")
    @Description("Cycle of the inspection.")
    public List<@NonNull Cycle> cycleOfInspection(@Source List<Inspection> inspections) {
        return Cycle.byCodes(
                inspections.stream().map(inspection -> inspection.cycleCode).toList());
    }

    @NonNull @Description("Periods in which inspectors were with the force; empty if unknown.")
    public List<@NonNull List<@NonNull Fieldwork>> fieldwork(@Source List<Inspection> inspections) {
        return Fieldwork.ofInspections(keys(inspections));
    }

    @NonNull @Description("Publications that report the inspection.")
    public List<@NonNull List<@NonNull Publication>> publications(@Source List<Inspection> inspections) {
        return Inspection.publicationsOf(keys(inspections));
    }

    @NonNull @Name("judgments")
    @Description("Judgments of the inspection, current versions, in printed order.")
    public List<@NonNull List<@NonNull Judgment>> judgmentsOfInspection(@Source List<Inspection> inspections) {
        return Judgment.ofInspections(keys(inspections));
    }

    @NonNull @Name("findings")
    @Description("Findings of the inspection, in printed order.")
    public List<@NonNull List<@NonNull Finding>> findingsOfInspection(@Source List<Inspection> inspections) {
        return Finding.ofInspections(keys(inspections));
    }

    private static List<UUID> keys(List<Inspection> inspections) {
        return inspections.stream().map(inspection -> inspection.key).toList();
    }
}
