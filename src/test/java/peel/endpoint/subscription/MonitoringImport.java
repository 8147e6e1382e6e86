package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import peel.importing.CsvFile;
import peel.importing.ImportSession;
import peel.testing.TestDatabase;

/** Imports that change something: each has new events of monitoring, on a day of its own. */
final class MonitoringImport {

    static final String[] TWENTY_FORCES = {
        "avon-and-somerset",
        "bedfordshire",
        "cambridgeshire",
        "cheshire",
        "cleveland",
        "cumbria",
        "derbyshire",
        "devon-and-cornwall",
        "dorset",
        "durham",
        "essex",
        "gloucestershire",
        "gwent",
        "hampshire",
        "hertfordshire",
        "humberside",
        "kent",
        "lancashire",
        "leicestershire",
        "lincolnshire"
    };

    private static final String HEADER = "force,event,on,precision,publication,url,figure,page,line_from,line_to\n";

    private static final AtomicInteger IMPORTS = new AtomicInteger();

    private MonitoringImport() {}

    /**
     * Imports an event of each force, in the order of the forces.
     *
     * @param kept the number of changes that the log keeps
     * @return the name of the file
     */
    static String of(TestDatabase database, int kept, String... forces) throws Exception {
        int number = IMPORTS.incrementAndGet();
        String name = "events-" + number + ".csv";
        StringBuilder rows = new StringBuilder(HEADER);
        for (String force : forces) {
            rows.append("%s,ENTERED_ENGAGE,%s,DAY,hmicfrs-engage-page,,,,,\n"
                    .formatted(force, LocalDate.of(2001, 1, 1).plusDays(number)));
        }
        try (Connection connection = database.connect();
                ImportSession session = new ImportSession(
                        connection, Optional.empty(), LocalDate.of(2026, 1, 1), false, () -> {}, kept)) {
            session.csv(CsvFile.recognise(
                    name, () -> new ByteArrayInputStream(rows.toString().getBytes(UTF_8))));
        }
        return name;
    }
}
