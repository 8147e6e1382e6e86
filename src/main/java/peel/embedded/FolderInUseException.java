package peel.embedded;

import java.nio.file.Path;
import peel.launch.StartException;

/** Another process uses a data folder. */
final class FolderInUseException extends StartException {

    private final transient String pid;
    private final transient String purpose;

    /**
     * @param owner the content of the lock file: the owner's process id and purpose
     */
    FolderInUseException(Path folder, String owner) {
        this(folder, owner.split(" ", 2));
    }

    private FolderInUseException(Path folder, String[] owner) {
        super("The data folder " + folder + " is in use by the process with the id "
                + (owner[0].isEmpty() ? "(unknown)" : owner[0])
                + ". Stop that process, or set PEEL_EMBEDDED_DATA_FOLDER to another folder.");
        pid = owner[0];
        purpose = owner.length > 1 ? owner[1] : "";
    }

    String pid() {
        return pid;
    }

    /** What the other process uses the folder for; empty while that is not known. */
    String purpose() {
        return purpose;
    }
}
