package dev.quipu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Recorded answers. After an intended change, run the test with {@code -Dgolden.update} and review the difference. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private Golden() {}

    /** The names of the cases that have a file with that extension. */
    public static Stream<String> cases(String extension) {
        String suffix = "." + extension;
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of a case; none if it has no such file. */
    public static Map<String, ?> variables(String name) {
        String file = name + ".variables.json";
        return Files.exists(FOLDER.resolve(file))
                ? Graphql.JSON.convertValue(Graphql.parse(read(file)), new TypeReference<Map<String, Object>>() {})
                : Map.of();
    }

    /** Compares with what is recorded, or records it. */
    public static void compare(String file, String actual) {
        if (UPDATE) {
            write(file, actual);
        }
        assertThat(Files.exists(FOLDER.resolve(file)))
                .as("%s is not recorded; %s", file, remedy())
                .isTrue();
        assertThat(actual).as("%s; %s", file, remedy()).isEqualTo(read(file));
    }

    private static void write(String file, String content) {
        try {
            Files.writeString(FOLDER.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String remedy() {
        return "if the change is intended, run the test with -Dgolden.update and review the difference";
    }
}
