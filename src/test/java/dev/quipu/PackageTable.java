package dev.quipu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of packages in README.md.
 *
 * @param rows the imports that each row allows, in the order of the rows; names without {@code dev.quipu.}
 */
record PackageTable(Map<String, Set<String>> rows) {

    private static final String HEADING = "| package |";
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    static PackageTable ofReadme() throws IOException {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .forEach(cells ->
                        rows.put(names(cells[1]).iterator().next(), cells.length > 3 ? names(cells[3]) : Set.of()));
        return new PackageTable(Collections.unmodifiableMap(rows));
    }

    /** The row to which a package belongs, its own or that of the package around it. */
    @Nullable
    String rowOf(String packageName) {
        String name = packageName;
        while (!rows.containsKey(name)) {
            if (!name.contains(".")) {
                return null;
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }

    /** What rows allow although it does not stand above them. */
    List<String> namedTooEarly() {
        List<String> tooEarly = new ArrayList<>();
        List<String> above = new ArrayList<>();
        rows.forEach((row, allowed) -> {
            allowed.stream().filter(name -> !above.contains(name)).forEach(name -> tooEarly.add(row + " -> " + name));
            above.add(row);
        });
        return tooEarly;
    }

    private static Set<String> names(String cell) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(cell).results().map((MatchResult name) -> name.group(1)).forEach(names::add);
        return names;
    }
}
