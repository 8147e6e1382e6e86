package peel.dataset;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Revision, coverage and licence of the data that this service holds.")
public class Dataset {

    /** The name of the licence. */
    public static final String LICENCE = "Open Government Licence v3.0";
    /** What the licence requires wherever the data is shown. */
    public static final String ATTRIBUTION =
            "Contains public sector information of HMIC, HMICFRS, the Home Office and the Office for National Statistics,"
                    + " Crown copyright, licensed under the Open Government Licence v3.0. Contains names of councils by mySociety,"
                    + " licensed under CC BY 4.0.";

    private final DatasetRevision latest;

    Dataset(DatasetRevision latest) {
        this.latest = latest;
    }

    @Description("Revision number. Increases by one with each import that changes the data.")
    public int getRevision() {
        return latest.revision;
    }

    @NonNull @Description(
            "Identity of the state of the data. It changes with each import that changes the data and never comes again, unlike the revision number, which a restored backup sets back.")
    public String getState() {
        return latest.identity.toString();
    }

    @NonNull @Description("Date and time of the last change to the data.")
    public OffsetDateTime getUpdatedAt() {
        return latest.importedAt;
    }

    @NonNull @Description("Name of the licence of the data.")
    public String getLicence() {
        return LICENCE;
    }

    @NonNull @Description("Attribution that the licence requires wherever the data is shown.")
    public String getAttribution() {
        return ATTRIBUTION;
    }

    @NonNull @Description("Coverage of each cycle and pillar, the oldest cycle first.")
    public List<@NonNull Coverage> getCoverage() {
        return Coverage.all();
    }

    @NonNull @Description("Coverage of each metric that has observations, ordered by code.")
    public List<@NonNull FigureCoverage> getFigureCoverage() {
        return FigureCoverage.all();
    }
}
