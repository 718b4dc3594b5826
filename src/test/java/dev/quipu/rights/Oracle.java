package dev.quipu.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A table of rights, as people read it. */
final class Oracle {

    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    /** Reads the table of a Markdown file in the test resources. */
    static Oracle read(String file) throws IOException {
        Oracle oracle = new Oracle();
        for (String line : Files.readAllLines(Path.of("src/test/resources", file))) {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            if (cells.size() == Asker.values().length + 2 && !cells.get(1).matches("attribute|-+")) {
                oracle.lines.put(cells.get(1), cells.subList(2, cells.size()));
            }
        }
        return oracle;
    }

    /** @param own whether the row is the asker's */
    boolean allows(String line, Asker asker, boolean own) {
        String cell = cell(line, asker);
        return cell.equals("yes") || (cell.equals("own") && own);
    }

    /** Whether whoever has the asker's role may do it in all of the rows of which the other line tells. */
    boolean allowsAsWidely(String line, String row, Asker asker) {
        return width(line, asker) > 0 && width(line, asker) >= width(row, asker);
    }

    private int width(String line, Asker asker) {
        return switch (asker) {
            case USER, OTHER_USER -> width(cell(line, Asker.USER)) / 2 + width(cell(line, Asker.OTHER_USER)) / 2;
            default -> width(cell(line, asker));
        };
    }

    private static int width(String cell) {
        return cell.equals("yes") ? 2 : cell.equals("own") ? 1 : 0;
    }

    private String cell(String line, Asker asker) {
        asked.add(line);
        List<String> cells = lines.get(line);
        if (cells == null) {
            missing.add(line);
            return "no";
        }
        return cells.get(asker.ordinal());
    }

    /** What is asked for and has no line: whatever comes new is closed until somebody has thought of it. */
    Set<String> missing() {
        return missing;
    }

    /** The lines of which nobody has asked. */
    Set<String> unused() {
        Set<String> unused = new TreeSet<>(lines.keySet());
        unused.removeAll(asked);
        return unused;
    }
}
