package dev.quipu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What README.md asks its reader to do. */
final class ReadmeSteps {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("`(src/[^`]+)`");

    sealed interface Step permits Edit, Exchange {}

    /**
     * A file to write, or attributes to add to a class.
     *
     * @param file relative to the project
     */
    record Edit(Path file, String text) implements Step {

        void apply(Path project) throws IOException {
            Path target = project.resolve(file);
            boolean isWhole = text.startsWith("package ") || !file.toString().endsWith(".java");
            if (isWhole) {
                Files.writeString(target, text);
            } else {
                String source = Files.readString(target);
                int end = source.lastIndexOf('}');
                Files.writeString(target, source.substring(0, end) + "\n" + text + "}\n");
            }
        }
    }

    /** A request to send, and the answer to expect, as JSON. */
    record Exchange(String request, String answer) implements Step {}

    private ReadmeSteps() {}

    static List<Step> read(Path readme) throws IOException {
        String text = Files.readString(readme);
        List<Step> steps = new ArrayList<>();
        String request = "";
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String content = block.group(2);
            switch (block.group(1)) {
                case "graphql" -> request = content;
                case "json" -> steps.add(new Exchange(request, content));
                case "java", "sql" -> steps.add(new Edit(lastFile(text.substring(0, block.start())), content));
                default -> throw new IllegalStateException("a block of an unknown language: " + block.group(1));
            }
        }
        return steps;
    }

    private static Path lastFile(String before) {
        return FILE.matcher(before)
                .results()
                .reduce((first, second) -> second)
                .map(file -> Path.of(file.group(1)))
                .orElseThrow();
    }
}
