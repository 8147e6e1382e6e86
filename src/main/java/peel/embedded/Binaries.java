package peel.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import peel.launch.StartException;

/**
 * PostgreSQL's programs for this machine, out of the archive on the class path. The only class that
 * touches the library with the archives, which neither a native executable nor the container image
 * has.
 *
 * <p>The library's own server class is not used: it gives up on a slow recovery after seconds,
 * waits as long for a server that can't start, stops with a bound of five seconds, turns fsync off,
 * trusts every local user, and takes an archive that a full disk cut short for complete.
 */
final class Binaries {

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs unless the folder has them from before.
     *
     * @param folder where each version gets a folder of its own
     * @return the programs
     * @throws StartException if there are none for this operating system and processor
     * @throws IOException if they can't be written
     */
    static Binaries in(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve(digest(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, "unpacking-");
            try {
                unpack(archive, unfinished);
                // Whole or not there at all, whatever ends the process in between.
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                Folders.delete(unfinished); // Another process was faster.
            } catch (IOException | RuntimeException e) {
                Folders.delete(unfinished);
                throw e;
            }
        }
        return new Binaries(home.toRealPath());
    }

    /**
     * The beginning of a command line.
     *
     * @param program the name of a program
     * @return the program, behind what it takes to run it: PostgreSQL refuses to run as root, so
     *     there it gets a user namespace of its own, in which it is nobody
     */
    List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin")
                .resolve(program + (system().equals("Windows") ? ".exe" : ""))
                .toString());
        return command;
    }

    private static byte[] archive() throws IOException {
        String processor = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system(), processor.equals("amd64") ? "x86_64" : processor)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartException(
                    "There is no embedded PostgreSQL for "
                            + System.getProperty("os.name")
                            + " on "
                            + processor
                            + ": set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
                    e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? "Windows" : lower.startsWith("mac") ? "Darwin" : name;
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = entry.resolveIn(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, file);
                    if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true, false)) {
                        throw new IOException(file + ": can't be made executable");
                    }
                }
            }
        }
    }
}
