package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return "select " + object(selection, range) + range.rows(List.of(condition));
    }

    String value(Output output, Range range) {
        if (output instanceof Output.Attribute part) {
            BasicAttribute attribute = part.attribute();
            String printed = Printing.attribute(range.entity(), attribute, range.rawPath(attribute));
            return readable(range, range.guard(attribute.name()), printed, attribute.name(), attribute.nullable());
        }
        if (output instanceof Output.ForeignKey part) {
            ToOneAttribute reference = part.reference();
            String printed = Printing.id(range.rawKey(reference));
            return readable(range, range.keyGuard(reference), printed, reference.name(), reference.nullable());
        }
        if (output instanceof Output.Code part) {
            return readable(range, range.guard(part.field()), Statement.literal(""), part.field(), false);
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
        return new PageCompiler(statement, part.page(), range.elements(part.collection(), part.element())).object();
    }

    private String reference(Output.Reference part, Range range) {
        ToOneAttribute reference = part.reference();
        Range target = range.target(reference, part.target().entity());
        String row = "(select " + object(part.target(), target) + target.rows(List.of()) + ")";
        return range.keyGuard(reference) == null || reference.nullable()
                ? row
                : "coalesce_json(" + row + ", " + notReadable(range, reference.name()) + ", 0)";
    }

    /** The value where it may be read; elsewhere null, or what makes the answer none. */
    private static String readable(
            Range range, @Nullable String guard, String value, String attribute, boolean nullable) {
        if (guard == null) {
            return value;
        }
        return nullable
                ? "case when " + guard + " then " + value + " end"
                : "either_json(case when " + guard + " then true else false end, " + value + ", "
                        + notReadable(range, attribute) + ", 0)";
    }

    private static String notReadable(Range range, String attribute) {
        return Statement.literal(NotReadable.text(range.entity().name(), attribute));
    }
}
