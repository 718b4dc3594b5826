package dev.quipu.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/** The folder of the project in which PostgreSQL and dev mode's data live. Git ignores it; deleting it is a fresh start. */
final class LocalFolder {

    static final Path PATH = Path.of(".quipu").toAbsolutePath();

    private LocalFolder() {}

    /**
     * Makes the folder, closed to other users of the machine.
     *
     * @throws StartException if it is another user's
     */
    static void prepare() {
        try {
            if (Files.exists(PATH)) {
                refuseAnothersFolder();
            }
            Files.createDirectories(PATH);
            PosixFileAttributeView posix = Files.getFileAttributeView(PATH, PosixFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL insists that its data belongs to the user who runs it. */
    private static void refuseAnothersFolder() throws IOException {
        UserPrincipal owner = Files.getOwner(PATH);
        UserPrincipal self = currentUser();
        if (!owner.equals(self)) {
            throw new StartException(
                    "START-104 " + PATH + " belongs to " + owner.getName() + ", and you are " + self.getName()
                            + ". Start as " + owner.getName() + ", or delete that folder for a fresh database.");
        }
    }

    /** By a new file, since not every user id has a name. */
    private static UserPrincipal currentUser() throws IOException {
        Path mine = Files.createTempFile("quipu", null);
        try {
            return Files.getOwner(mine);
        } finally {
            Files.delete(mine);
        }
    }
}
