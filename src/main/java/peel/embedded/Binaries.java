package peel.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import peel.launch.StartException;

/**
 * PostgreSQL's programs for this machine, unpacked from the archive on the class path. This is the only class that uses
 * the library with the archives, which neither a native executable nor the container image contains.
 *
 * <p>The library's own server class is not used. It gives up on a slow recovery after seconds and waits as long for a
 * server that cannot start, stops within five seconds or not at all, turns fsync off, trusts every local user, and
 * takes an archive that was truncated on a full disk for complete.
 */
final class Binaries {

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs unless the folder already contains them.
     *
     * @param folder a folder that gets one folder for each version of the programs
     * @throws StartException if there are no programs for this operating system and processor
     */
    static Binaries unpackInto(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve(digest(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, "unpacking-");
            try {
                unpack(archive, unfinished);
                // Atomic, so that a process that is killed never leaves an incomplete folder.
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // Another process was faster.
                Folders.delete(unfinished);
            } catch (IOException | RuntimeException e) {
                Folders.delete(unfinished);
                throw e;
            }
        }
        return new Binaries(home.toRealPath());
    }

    /**
     * Runs a program of PostgreSQL to its end, or kills it after a time.
     *
     * @param folder the working directory, which also gets the temporary file of the program's output
     */
    ProgramResult run(Path folder, Duration bound, String program, String... arguments) throws IOException {
        // A file and not a pipe: the server inherits the stream, so a pipe would stay open as long as the server runs.
        Path output = Files.createTempFile(folder, program + "-", ".out");
        try {
            Process process = process(folder, command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new ProgramResult(1, program + " did not end within " + bound.toSeconds() + " s");
            }
            return new ProgramResult(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        } finally {
            try {
                Files.deleteIfExists(output);
            } catch (IOException inUse) {
                // Windows keeps the file while the server runs.
                output.toFile().deleteOnExit();
            }
        }
    }

    /** A process to start, without the environment variables that PostgreSQL reads. */
    ProcessBuilder process(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /**
     * The command line of a program. PostgreSQL refuses to run as root, so for root the command runs the program in a
     * user namespace of its own, as the user nobody.
     */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin")
                .resolve(program + (system().equals("Windows") ? ".exe" : ""))
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static byte[] archive() throws IOException {
        String processor = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system(), processor.equals("amd64") ? "x86_64" : processor)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartException(
                    "There is no embedded PostgreSQL for " + System.getProperty("os.name") + " on " + processor
                            + ". Set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
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
                // Not null: the file is inside the folder.
                Path parent = Objects.requireNonNull(file.getParent());
                Files.createDirectories(parent);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, file);
                    if (parent.endsWith("bin") && !file.toFile().setExecutable(true, false)) {
                        throw new IOException(file + ": cannot be made executable");
                    }
                }
            }
        }
    }
}
