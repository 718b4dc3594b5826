package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of some rows and attributes may be read: found out together, a statement for each attribute that depends on the row. */
final class Seen {

    private final Map<String, Set<Object>> ids = new HashMap<>();

    Seen(Sight sight, Collection<Part> parts) {
        parts.stream().distinct().collect(Collectors.groupingBy(Part::kind)).forEach((kind, same) -> {
            Part first = same.get(0);
            ids.put(
                    kind,
                    sight.of(
                            first.entity(),
                            first.attribute(),
                            same.stream().map(Part::id).toList()));
        });
    }

    /** @param attribute null for the row itself */
    record Part(EntityModel entity, Object id, @Nullable String attribute) {

        List<String> attributes() {
            return attribute == null ? List.of() : List.of(attribute);
        }

        private String kind() {
            return attribute == null ? entity.name() : entity.name() + "." + attribute;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part part && kind().equals(part.kind()) && id.equals(part.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind(), id);
        }
    }

    boolean has(Part part) {
        return ids.getOrDefault(part.kind(), Set.of()).contains(part.id());
    }
}
