package dev.quipu.mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where something stands in the arguments of a request: {@code input, order, items, create, 0, quantity}.
 *
 * @param steps names of fields and positions in lists, outermost first
 */
public record InputPath(List<Object> steps) {

    public InputPath {
        steps = List.copyOf(steps);
    }

    public static InputPath of(Object... steps) {
        return new InputPath(List.of(steps));
    }

    /** The path of a field or element of what stands here. */
    public InputPath then(Object step) {
        return new InputPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
