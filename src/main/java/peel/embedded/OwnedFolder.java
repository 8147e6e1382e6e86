package peel.embedded;

import java.nio.file.Path;
import peel.launch.StartException;

/** Another process owns a data folder. */
final class OwnedFolder extends StartException {

    private final transient String pid;
    private final transient String purpose;

    /**
     * @param owner what the owner's file says: its process id and what it is there for
     */
    OwnedFolder(Path folder, String owner) {
        this(folder, owner.split(" ", 2));
    }

    private OwnedFolder(Path folder, String[] owner) {
        super("The data folder "
                + folder
                + " is in use by the process with the id "
                + (owner[0].isEmpty() ? "(unknown)" : owner[0])
                + ": stop that process, or set PEEL_EMBEDDED_DATA_FOLDER to another folder.");
        pid = owner[0];
        purpose = owner.length > 1 ? owner[1] : "";
    }

    String pid() {
        return pid;
    }

    /** What the owner is there for; empty while it isn't known. */
    String purpose() {
        return purpose;
    }
}
