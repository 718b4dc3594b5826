package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {

    @TempDir
    Path temp;

    @BeforeEach
    void onlyWhereFilesHaveAnOwnerAndPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void isClosedToOtherUsers() throws IOException {
        LocalFolder folder = new LocalFolder(temp.resolve(".quipu"));
        folder.prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        folder.prepare();
    }

    @Test
    void refusesTheFolderOfAnotherUser() throws IOException {
        Path anothers = anothersFolder();
        String owner = Files.getOwner(anothers).getName();
        String self = Files.getOwner(temp).getName();

        assertThatThrownBy(new LocalFolder(anothers)::prepare)
                .isInstanceOf(StartException.class)
                .hasMessage("START-104 " + anothers + " belongs to " + owner + ", and you are " + self + ". Start as "
                        + owner + ", or delete that folder for a fresh database.");
    }

    /** Root gives a folder away; everybody else looks at one of root's. */
    private Path anothersFolder() throws IOException {
        Path root = temp.getRoot();
        if (!Files.getOwner(root).equals(Files.getOwner(temp))) {
            return root;
        }
        UserPrincipal nobody =
                root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        return Files.setOwner(Files.createDirectory(temp.resolve("given-away")), nobody);
    }
}
