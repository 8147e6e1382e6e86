package peel.force;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for forces in Engage, the inspectorate's enhanced level of monitoring. The dataset's events of monitoring are not complete.")
@Input("MonitoredFilter")
public class MonitoredFilter {

    @NonNull @Description("Only forces in Engage on this date. On the day on which it leaves, a force is no longer in Engage.")
    public LocalDate on;

    @Description(
            "Whether to include forces that may have been in Engage on the date, because a date of theirs is known only to the month or year, or not at all. Default: false, only forces that were for certain.")
    public @Nullable Boolean possibly;
}
