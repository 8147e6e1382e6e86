package peel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Creates a cluster, PostgreSQL's word for the files of a server, in an empty data folder. */
final class NewCluster {

    // Far more than it takes, a second: a slow disk may be the only one there is.
    private static final Duration BOUND = Duration.ofMinutes(10);

    private NewCluster() {}

    /** Creates the cluster and the password of its user. */
    static void create(DataFolder folder, Binaries binaries) throws IOException {
        Path unfinished = folder.unfinishedCluster();
        Folders.delete(unfinished);
        folder.createPassword();
        ProgramResult result = binaries.run(
                folder.path(),
                BOUND,
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                PostgresServer.USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.passwordFile(),
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (result.failed()) {
            Folders.delete(unfinished);
            throw new IOException(
                    result.reason().contains("as root")
                            ? "PostgreSQL does not run as root, and unshare -U, which would make it another user, does"
                                    + " not work here: run the service as another user"
                            : result.reason());
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }
}
