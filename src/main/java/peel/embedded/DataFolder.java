package peel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder of an embedded server. Besides the files below it contains the lock file ({@link FolderLock}) and, unless
 * they are elsewhere, PostgreSQL's programs.
 */
record DataFolder(Path path) {

    Path cluster() {
        return path.resolve("pgdata");
    }

    /** Where the cluster is created, so that an incomplete one is never taken for data. */
    Path unfinishedCluster() {
        return path.resolve("pgdata.unfinished");
    }

    /** The server's log since its last start. */
    Path log() {
        return path.resolve("postgres.log");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    PostmasterFile postmasterFile() {
        return new PostmasterFile(cluster().resolve("postmaster.pid"));
    }

    String readPassword() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Writes a random password to a file that only its owner can read. */
    void createPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path file = passwordFile();
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    }
}
