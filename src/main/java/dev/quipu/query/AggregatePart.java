package dev.quipu.query;

import java.util.List;
import java.util.stream.Stream;

/** One part of what is asked of many rows together. */
public sealed interface AggregatePart {

    /** Under which key the answer has it. */
    String key();

    /** One value. */
    record Value(String key, Measure measure) implements AggregatePart {}

    /** Several values in an object of their own, as the sums are. */
    record Values(String key, List<AggregatePart> parts) implements AggregatePart {
        public Values {
            parts = List.copyOf(parts);
        }
    }

    /** A text that is the same for all rows. */
    record Constant(String key, String text) implements AggregatePart {}

    /** Whether any of the parts looks at the rows. */
    static boolean measures(List<AggregatePart> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof Values values ? values.parts().stream() : Stream.of(part))
                .anyMatch(Value.class::isInstance);
    }
}
