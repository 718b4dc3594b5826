package dev.quipu.db.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An annotation in a source, laid out as the project's formatter does. */
final class Mark {

    private static final int WIDTH = 120;
    private static final String STEP = "        ";

    private final String type;
    private final List<Argument> arguments = new ArrayList<>();

    Mark(String type) {
        this.type = type;
    }

    private sealed interface Value permits Literal, Nested, Several {}

    private record Literal(String text) implements Value {}

    private record Nested(Mark mark) implements Value {}

    private record Several(List<Value> values) implements Value {}

    private record Argument(String name, Value value) {}

    Mark with(String name, String text) {
        arguments.add(new Argument(name, new Literal(text)));
        return this;
    }

    Mark with(String name, Mark nested) {
        arguments.add(new Argument(name, new Nested(nested)));
        return this;
    }

    Mark withTexts(String name, List<String> texts) {
        return with(name, texts.stream().<Value>map(Literal::new).toList());
    }

    Mark withMarks(String name, List<Mark> marks) {
        return with(name, marks.stream().<Value>map(Nested::new).toList());
    }

    private Mark with(String name, List<Value> values) {
        if (!values.isEmpty()) {
            arguments.add(new Argument(name, values.size() == 1 ? values.get(0) : new Several(values)));
        }
        return this;
    }

    boolean isEmpty() {
        return arguments.isEmpty();
    }

    /** In as few lines as fit. */
    String text(String indent) {
        String line = line();
        return !hasBreak() && indent.length() + line.length() <= WIDTH ? line : lines(indent);
    }

    /** The formatter gives each of several arguments a line of its own if one is an array of several elements. */
    private boolean hasBreak() {
        boolean array = arguments.stream().anyMatch(argument -> argument.value() instanceof Several);
        return (array && arguments.size() > 1) || arguments.stream().anyMatch(argument -> hasBreak(argument.value()));
    }

    private static boolean hasBreak(Value value) {
        return value instanceof Several several
                ? several.values().stream().anyMatch(Mark::hasBreak)
                : value instanceof Nested nested && nested.mark().hasBreak();
    }

    private String line() {
        if (arguments.isEmpty()) {
            return "@" + type;
        }
        return arguments.stream()
                .map(argument -> label(argument) + line(argument.value()))
                .collect(Collectors.joining(", ", "@" + type + "(", ")"));
    }

    private static String line(Value value) {
        if (value instanceof Nested nested) {
            return nested.mark().line();
        }
        return value instanceof Several several
                ? several.values().stream().map(Mark::line).collect(Collectors.joining(", ", "{", "}"))
                : ((Literal) value).text();
    }

    private String label(Argument argument) {
        return arguments.size() == 1 && argument.name().equals("value") ? "" : argument.name() + " = ";
    }

    private String lines(String indent) {
        String inner = indent + STEP;
        return arguments.stream()
                .map(argument -> inner + argument(argument, inner))
                .collect(Collectors.joining(",\n", "@" + type + "(\n", ")"));
    }

    private String argument(Argument argument, String indent) {
        String label = label(argument);
        String line = label + line(argument.value());
        if (argument.value() instanceof Literal
                || (fits(argument.value()) && indent.length() + line.length() < WIDTH)) {
            return line;
        }
        if (argument.value() instanceof Several several) {
            String inner = indent + "    ";
            return several.values().stream()
                    .map(value -> inner
                            + (value instanceof Nested nested ? nested.mark().text(inner) : line(value)))
                    .collect(Collectors.joining(",\n", label + "{\n", "\n" + indent + "}"));
        }
        return label.stripTrailing() + "\n" + indent + STEP
                + ((Nested) argument.value()).mark().text(indent + STEP);
    }

    private static boolean fits(Value value) {
        return value instanceof Several several
                ? several.values().stream().allMatch(Literal.class::isInstance)
                : !((Nested) value).mark().hasBreak();
    }

    /** An attribute with its annotations. */
    static String field(List<Mark> marks, String type, String name, @Nullable String initial) {
        StringBuilder source = new StringBuilder();
        marks.forEach(mark -> source.append("    ").append(mark.text("    ")).append('\n'));
        return source.append("    public ")
                .append(type)
                .append(' ')
                .append(name)
                .append(initial == null ? "" : " = " + initial)
                .append(";\n")
                .toString();
    }
}
