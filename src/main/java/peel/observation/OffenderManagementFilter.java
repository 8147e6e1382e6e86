package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for offender-management figures. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("OffenderManagementFilter")
public class OffenderManagementFilter {

    @Description(
            "Only metrics with these codes: \"iom.cohort\", \"mappa.highest-risk\", \"sopo.issued\" ... Default: all.")
    public @Nullable List<@NonNull String> metric;

    @Description("Only these areas, by code; a force also by its ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> area;

    @Description("Only these schemes or types of court order. Default: all.")
    public @Nullable List<@NonNull OffenderScheme> scheme;

    @Description(
            "Only observations dated, or ending, on or after this date. Observations without a date do not match. Default: no limit.")
    public @Nullable LocalDate from;

    @Description(
            "Only observations dated, or ending, on or before this date. Observations without a date match. Default: no limit.")
    public @Nullable LocalDate to;
}
