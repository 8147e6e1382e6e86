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
 * The lock on a data folder, which one process at a time holds. It is a lock of the operating system, so it ends with
 * the process, however that ends. The lock file contains the owner's process id, for error messages, and, after a
 * blank, its purpose.
 */
final class FolderLock implements Closeable {

    private static final String FILE = "owner.lock";

    // Far beyond the text: on Windows, other processes cannot read locked bytes.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    // After a live reload, the previous class loader may still be stopping its server.
    private static final Duration SAME_PROCESS_WAIT = Duration.ofSeconds(10);

    private final String key;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(String key, FileChannel channel, FileLock lock) {
        this.key = key;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a folder, which must exist.
     *
     * @param purpose one word, for other processes that want the folder
     * @throws FolderInUseException if another process has locked the folder
     */
    static FolderLock acquire(Path folder, String purpose) throws IOException {
        // The operating system does not lock within one process, and closing a second channel on the file would release
        // the lock. All class loaders of a process share the system properties, so these lock within the process.
        String key = "peel-folder-owner:" + folder.toRealPath();
        long deadline = System.nanoTime() + SAME_PROCESS_WAIT.toNanos();
        while (System.getProperties().putIfAbsent(key, "") != null) {
            if (System.nanoTime() > deadline) {
                throw new FolderInUseException(folder, ProcessHandle.current().pid() + " " + purpose);
            }
            pause();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new FolderInUseException(
                        folder, Files.readString(folder.resolve(FILE)).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + " " + purpose).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(key, channel, lock);
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
