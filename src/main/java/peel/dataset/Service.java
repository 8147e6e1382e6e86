package peel.dataset;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.launch.BuildTime;

@Description("The program that answers.")
public class Service {

    private final String version;

    Service(String version) {
        this.version = version;
    }

    @NonNull @Description("Version of the software: \"1.0.0\".")
    public String getVersion() {
        return version;
    }

    @NonNull @Description("Date and time at which this version was built, to the second. Two builds of a version differ in it.")
    public OffsetDateTime getBuiltAt() {
        return OffsetDateTime.parse(BuildTime.VALUE);
    }
}
