package peel.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import peel.launch.StartException;

/**
 * One process at a time owns a data folder. The lock is the operating system's, so it ends with the
 * process however that ends; the file's text is the owner's process id, for the message, and after
 * a blank what it is there for.
 */
final class FolderOwner implements Closeable {

    private static final String FILE = "owner.lock";

    // Far behind the text: on Windows nobody else can read what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    // After a live reload the class loader of before still stops its server.
    private static final Duration SAME_PROCESS_WAIT = Duration.ofSeconds(10);

    private final String key;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderOwner(String key, FileChannel channel, FileLock lock) {
        this.key = key;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder.
     *
     * @param folder a folder that exists
     * @param purpose one word, for others who want it
     * @return the ownership, until it is closed
     * @throws OwnedFolder if a process owns the folder
     * @throws IOException if the folder can't be written
     */
    static FolderOwner take(Path folder, String purpose) throws IOException {
        // The lock says nothing within one process, and closing a second channel on the file would
        // end it. The system properties
        // are what all class loaders of a process share.
        String key = "peel-folder-owner:" + folder.toRealPath();
        long deadline = System.nanoTime() + SAME_PROCESS_WAIT.toNanos();
        while (System.getProperties().putIfAbsent(key, "") != null) {
            if (System.nanoTime() > deadline) {
                throw new OwnedFolder(folder, ProcessHandle.current().pid() + " " + purpose);
            }
            pause();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new OwnedFolder(
                        folder, Files.readString(folder.resolve(FILE)).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + " " + purpose).getBytes(StandardCharsets.US_ASCII)));
            return new FolderOwner(key, channel, lock);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            System.getProperties().remove(key);
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } finally {
            System.getProperties().remove(key);
        }
    }
}
