package dev.quipu.query;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the JSON object of one row. */
final class SelectionCompiler {

    private final Statement statement;

    SelectionCompiler(Statement statement) {
        this.statement = statement;
    }

    /** {@code jo('id', cast(e1.id as String), .., 0)}. */
    String object(Selection selection, Range range) {
        return object(selection.outputs().stream().map(output -> pair(output.key(), value(output, range))));
    }

    /** An object of such pairs. */
    static String object(Stream<String> pairs) {
        return Stream.concat(pairs, Stream.of("0")).collect(Collectors.joining(", ", "jo(", ")"));
    }

    static String pair(String key, String value) {
        return Statement.literal(key) + ", " + value;
    }

    /** The rows of the range that meet the condition, each as an object. */
    String rows(Selection selection, Range range, String condition) {
        return "select " + object(selection, range) + range.from() + " where " + condition;
    }

    String value(Output output, Range range) {
        if (output instanceof Output.Attribute part) {
            return Printing.attribute(
                    range.entity(),
                    part.attribute(),
                    range.path(part.attribute().name()));
        }
        if (output instanceof Output.ForeignKey part) {
            return Printing.id("fk(" + range.path(part.reference().name()) + ")");
        }
        if (output instanceof Output.GlobalId) {
            return Printing.nodeId(range);
        }
        if (output instanceof Output.Constant part) {
            return Statement.literal(part.text());
        }
        if (output instanceof Output.Reference part) {
            return reference(part, range);
        }
        Output.Collection part = (Output.Collection) output;
        String source = range.path(part.collection().name());
        return new PageCompiler(statement, part.page(), statement.range(part.element(), source)).object();
    }

    private String reference(Output.Reference part, Range range) {
        Range target = statement.range(
                part.target().entity(), range.path(part.reference().name()));
        return "(select " + object(part.target(), target) + target.from() + ")";
    }
}
