package dev.quipu.db.reverse;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an import has done.
 *
 * @param differences from files that exist, and that were not touched
 * @param remarks on tables that are left out, and on all that its reader should know
 */
public record ImportReport(List<Path> written, List<Path> equal, List<String> differences, List<String> remarks) {

    /** Whether all files are as the database has it. */
    public boolean clean() {
        return differences.isEmpty();
    }

    /** For a reader; ends with a summary. */
    public String text() {
        Stream<String> files = written.stream().map(file -> "written " + file);
        String summary = written.size() + " written, " + equal.size() + " as they were, " + differences.size()
                + " that differ and were not touched.";
        return Stream.of(files, remarks.stream(), differences.stream(), Stream.of(summary))
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
