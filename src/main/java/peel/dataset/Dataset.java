package peel.dataset;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What this service holds, and on what terms. */
@Description("What this service holds, and on what terms.")
public class Dataset {

    private static final String LICENCE = "Open Government Licence v3.0";
    private static final String ATTRIBUTION =
            "Contains public sector information of HMIC, HMICFRS, the Home Office and the Office for National Statistics,"
                    + " Crown copyright, licensed under the Open Government Licence v3.0.";

    private final DatasetRevision latest;

    Dataset(DatasetRevision latest) {
        this.latest = latest;
    }

    @Description("Rises by one with every import that changes something.")
    public int getRevision() {
        return latest.revision;
    }

    @NonNull @Description("When the data last changed.")
    public OffsetDateTime getUpdatedAt() {
        return latest.importedAt;
    }

    @NonNull @Description("The licence of the data.")
    public String getLicence() {
        return LICENCE;
    }

    @NonNull @Description("The words that the licence asks for wherever the data is shown.")
    public String getAttribution() {
        return ATTRIBUTION;
    }

    @NonNull @Description("How much is known of each cycle and pillar, in order.")
    public List<@NonNull Coverage> getCoverage() {
        return Coverage.all();
    }
}
