package peel.download.table;

/** The licences of the data. */
public final class Licence {

    public static final String OPEN_GOVERNMENT =
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    public static final String CREATIVE_COMMONS = "https://creativecommons.org/licenses/by/4.0/";

    private Licence() {}
}
