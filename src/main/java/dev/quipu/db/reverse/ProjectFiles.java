package dev.quipu.db.reverse;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts sources into a project. A file that exists stays as it is; how it differs is told. */
final class ProjectFiles {

    private static final int CONTEXT = 3;

    private final List<Path> written = new ArrayList<>();
    private final List<Path> equal = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    void put(Path file, String text) {
        try {
            if (!Files.exists(file)) {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(file, text);
                written.add(file);
            } else if (Files.readString(file).equals(text)) {
                equal.add(file);
            } else {
                differences.add(difference(file, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(Path file, String text) throws IOException {
        List<String> there = Files.readAllLines(file);
        List<String> wanted = text.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                file.toString(), file + " (of the database)", there, DiffUtils.diff(there, wanted), CONTEXT);
        return String.join("\n", lines);
    }

    List<Path> written() {
        return written;
    }

    List<Path> equal() {
        return equal;
    }

    List<String> differences() {
        return differences;
    }
}
