package dev.quipu.graphql.fetch;

import dev.quipu.query.RefusedInputException;
import dev.quipu.query.Window;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code first, after, last, before, offset}. Null is as good as absent: clients write {@code after: null} for page one. */
final class WindowArguments {

    private final PageSizes sizes;

    WindowArguments(PageSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * The window that the arguments describe.
     *
     * @throws RefusedInputException if they contradict each other or ask for too much
     */
    Window window(Map<String, Object> arguments) {
        Integer first = (Integer) arguments.get("first");
        Integer last = (Integer) arguments.get("last");
        String after = (String) arguments.get("after");
        String before = (String) arguments.get("before");
        int offset = atLeastZero("offset", (Integer) arguments.get("offset"), 0);
        if (first != null && last != null) {
            throw new RefusedInputException("first and last are both given; a page starts from one end only.");
        }
        if (offset > 0 && (after != null || before != null)) {
            throw new RefusedInputException(
                    "offset is given with a cursor; a cursor says already where the page starts.");
        }
        String argument = last == null ? "first" : "last";
        int size = atLeastZero(
                argument, last == null ? first : last, Math.min(sizes.pageSizeDefault(), sizes.pageSizeMax()));
        requireAffordable(size, argument);
        return new Window(last != null, size, offset, after, before);
    }

    void requireAffordable(int rows, String argument) {
        if (rows > sizes.pageSizeMax()) {
            throw new RefusedInputException(
                    argument + " asks for " + rows + " rows; a page has at most " + sizes.pageSizeMax() + ".");
        }
    }

    private static int atLeastZero(String argument, @Nullable Integer value, int otherwise) {
        if (value != null && value < 0) {
            throw new RefusedInputException(argument + " is " + value + "; it starts at 0.");
        }
        return value == null ? otherwise : value;
    }
}
