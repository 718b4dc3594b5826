package dev.quipu.graphql.fetch;

import dev.quipu.mutation.ElementWrite;
import dev.quipu.mutation.ElementWrite.Connect;
import dev.quipu.mutation.ElementWrite.Delete;
import dev.quipu.mutation.ElementWrite.Disconnect;
import dev.quipu.mutation.ElementWrite.Replace;
import dev.quipu.mutation.ElementWrite.Update;
import dev.quipu.mutation.ElementWrite.Upsert;
import dev.quipu.mutation.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses to do two things to one element that do not go together: whichever came last would win unnoticed. */
final class Contradictions {

    private Contradictions() {}

    /** @throws InputProblemException at the later of two writes that contradict each other */
    static void refuse(List<ElementWrite> writes) {
        Map<Map<String, Object>, ElementWrite> known = new HashMap<>();
        for (ElementWrite write : writes) {
            if (write instanceof Replace all) {
                refuse(List.copyOf(all.elements()));
            }
            RowKey key = key(write);
            if (key == null) {
                continue;
            }
            ElementWrite earlier = known.put(key.values(), write);
            if (earlier != null && !together(earlier, write)) {
                throw new InputProblemException(
                        key.path(),
                        key + " is also at " + place(earlier) + ", and the two contradict each other. Leave one out");
            }
        }
    }

    /** What is done twice is done; a change goes with a new or lost owner. */
    private static boolean together(ElementWrite earlier, ElementWrite later) {
        boolean changes = earlier instanceof Update || later instanceof Update;
        boolean moves = isMove(earlier) || isMove(later);
        boolean same = earlier.getClass() == later.getClass() && (isMove(later) || later instanceof Delete);
        return same || (changes && moves);
    }

    private static boolean isMove(ElementWrite write) {
        return write instanceof Connect || write instanceof Disconnect;
    }

    private static @Nullable RowKey key(ElementWrite write) {
        if (write instanceof Connect connect) {
            return connect.key();
        }
        if (write instanceof Disconnect disconnect) {
            return disconnect.key();
        }
        if (write instanceof Update update) {
            return update.target().key();
        }
        if (write instanceof Upsert upsert) {
            return upsert.key();
        }
        return write instanceof Delete delete ? delete.target().key() : null;
    }

    private static String place(ElementWrite write) {
        RowKey key = key(write);
        return key == null
                ? ""
                : key.path().steps().stream().map(Object::toString).collect(Collectors.joining("."));
    }
}
