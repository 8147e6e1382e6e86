package peel.inspection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import peel.finding.Finding;
import peel.force.Force;
import peel.judgment.Judgment;
import peel.question.Cycle;
import peel.source.Publication;

/** Fields of inspections, and the inspections of a force. */
@GraphQLApi
// The extension registers only classes that have a @Query.
@RegisterForReflection
public class InspectionApi {

    /** The inspections of each force. */
    @NonNull @Description("Its inspections, by cycle and pillar.")
    public List<@NonNull List<@NonNull Inspection>> inspections(
            @Source List<Force> forces, @Name("cycle") @Description("Only this cycle: \"2015\".") String cycle) {
        if (cycle != null) {
            Cycle.require(cycle);
        }
        return Inspection.ofForces(forces.stream().map(force -> force.key).toList(), cycle);
    }

    /** The inspection that each judgment is from. */
    @NonNull @Description("The inspection that it is from.")
    public List<@NonNull Inspection> inspection(@Source List<Judgment> judgments) {
        return Inspection.byKeys(
                judgments.stream().map(judgment -> judgment.inspectionKey).toList());
    }

    /** The force of each inspection. */
    @NonNull @Name("force")
    @Description("The force inspected.")
    public List<@NonNull Force> forceOfInspection(@Source List<Inspection> inspections) {
        return Force.byKeys(
                inspections.stream().map(inspection -> inspection.forceKey).toList());
    }

    /** The cycle of each inspection. */
    @NonNull @Name("cycle")
    @Description("The cycle.")
    public List<@NonNull Cycle> cycleOfInspection(@Source List<Inspection> inspections) {
        return Cycle.byCodes(
                inspections.stream().map(inspection -> inspection.cycleCode).toList());
    }

    /** The fieldwork of each inspection. */
    @NonNull @Description("When inspectors were with the force; empty when not known.")
    public List<@NonNull List<@NonNull Fieldwork>> fieldwork(@Source List<Inspection> inspections) {
        return Fieldwork.ofInspections(keys(inspections));
    }

    /** The publications of each inspection. */
    @NonNull @Description("Where it was reported.")
    public List<@NonNull List<@NonNull Publication>> publications(@Source List<Inspection> inspections) {
        return Inspection.publicationsOf(keys(inspections));
    }

    /** The judgments of each inspection. */
    @NonNull @Name("judgments")
    @Description("Its judgments, current versions, in the order of print.")
    public List<@NonNull List<@NonNull Judgment>> judgmentsOfInspection(@Source List<Inspection> inspections) {
        return Judgment.ofInspections(keys(inspections));
    }

    /** The findings of each inspection. */
    @NonNull @Name("findings")
    @Description("Its findings, in the order of print.")
    public List<@NonNull List<@NonNull Finding>> findingsOfInspection(@Source List<Inspection> inspections) {
        return Finding.ofInspections(keys(inspections));
    }

    private static List<UUID> keys(List<Inspection> inspections) {
        return inspections.stream().map(inspection -> inspection.key).toList();
    }
}
