package dev.quipu.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/** The folder in which dev mode's PostgreSQL lives, binaries and data. Git ignores it; deleting it is a fresh start. */
record LocalFolder(Path path) {

    static LocalFolder ofProject() {
        return new LocalFolder(Path.of(".quipu").toAbsolutePath());
    }

    Path binaries() {
        return path.resolve("bin");
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    /**
     * Makes the folder, closed to other users of the machine.
     *
     * @throws StartException if it is another user's
     */
    void prepare() {
        try {
            if (Files.exists(path)) {
                refuseAnothersFolder();
            }
            Files.createDirectories(path);
            PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL insists that its data belongs to the user who runs it. */
    private void refuseAnothersFolder() throws IOException {
        UserPrincipal owner = Files.getOwner(path);
        UserPrincipal self = currentUser();
        if (!owner.equals(self)) {
            throw new StartException(
                    "START-104 " + path + " belongs to " + owner.getName() + ", and you are " + self.getName()
                            + ". Start as " + owner.getName() + ", or delete that folder for a fresh database.");
        }
    }

    /** Asks a new file, since not every user id has a name. */
    private static UserPrincipal currentUser() throws IOException {
        Path mine = Files.createTempFile("quipu", null);
        try {
            return Files.getOwner(mine);
        } finally {
            Files.delete(mine);
        }
    }
}
