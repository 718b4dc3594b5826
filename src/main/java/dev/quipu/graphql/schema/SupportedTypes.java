package dev.quipu.graphql.schema;

import dev.quipu.model.BasicAttribute;
import dev.quipu.query.ValueKind;
import java.util.List;

/** Refuses attributes whose Java type has no place in the API, all of them at once. */
final class SupportedTypes implements SchemaAspect {

    @Override
    public void shared(SchemaDraft draft) {
        List<String> problems = draft.shown()
                .entities()
                .flatMap(entity -> draft.shown()
                        .basics(entity)
                        .filter(attribute -> ValueKind.of(attribute) == null)
                        .map(attribute -> problem(entity.name(), attribute)))
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    private static String problem(String entity, BasicAttribute attribute) {
        return "API-102 " + entity + "." + attribute.name() + ": the API has no type for "
                + attribute.type().getTypeName()
                + " (it has one for String, int, long, double, BigDecimal, boolean, LocalDate, Instant, OffsetDateTime, byte[], enums"
                + " and JSON). Use one of these, or mark the attribute @Hidden.";
    }
}
