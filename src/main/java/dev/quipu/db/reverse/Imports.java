package dev.quipu.db.reverse;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects what a source names of other packages. */
final class Imports {

    private final TreeSet<String> types = new TreeSet<>();
    private final TreeSet<String> constants = new TreeSet<>();

    /** The simple name of a type; it is imported from now on if it has to be. */
    String type(String name) {
        if (name.contains(".") && !name.startsWith("java.lang.")) {
            types.add(name);
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name of a constant, {@code jakarta.persistence.FetchType.LAZY}, that is imported from now on. */
    String constant(String name) {
        constants.add(name);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String text() {
        return block("import static ", constants) + block("import ", types);
    }

    private static String block(String keyword, Set<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().map(name -> keyword + name + ";\n").collect(Collectors.joining("", "", "\n"));
    }
}
