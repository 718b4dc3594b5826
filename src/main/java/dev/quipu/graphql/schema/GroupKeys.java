package dev.quipu.graphql.schema;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Bucket;
import dev.quipu.query.GroupKey;
import dev.quipu.query.ValueKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** By what an entity's rows can be grouped: what has few values, or is put into spans of time. */
final class GroupKeys {

    private static final Set<ValueKind> PLAIN = EnumSet.of(
            ValueKind.TEXT, ValueKind.INT, ValueKind.BIG_INT, ValueKind.BOOLEAN, ValueKind.ENUM, ValueKind.DATE);
    private static final Set<Bucket> OF_DATES = EnumSet.complementOf(EnumSet.of(Bucket.DAY));

    private GroupKeys() {}

    /** Those of its attributes that are keys, or of which some bucket is. */
    static Stream<BasicAttribute> basics(EntityModel entity, Shown shown) {
        return Measurable.values(entity, shown)
                .filter(attribute -> PLAIN.contains(ValueKind.of(attribute)) || Measurable.isTime(attribute));
    }

    /**
     * The constants of {@code OrderGroupKey}, and what each means.
     *
     * @throws IllegalStateException if two attributes want the same constant
     */
    static Map<String, GroupKey> constants(EntityModel entity, Shown shown) {
        Map<String, GroupKey> constants = new LinkedHashMap<>();
        basics(entity, shown).forEach(attribute -> {
            String name = constant(attribute.name());
            if (PLAIN.contains(ValueKind.of(attribute))) {
                put(constants, name, new GroupKey(attribute, null), entity);
            }
            buckets(attribute)
                    .forEach(bucket -> put(constants, name + "_" + bucket, new GroupKey(attribute, bucket), entity));
        });
        shown.toOnes(entity)
                .forEach(reference ->
                        put(constants, constant(Names.foreignKey(reference)), new GroupKey(reference, null), entity));
        return constants;
    }

    private static Set<Bucket> buckets(BasicAttribute attribute) {
        if (!Measurable.isTime(attribute)) {
            return Set.of();
        }
        return ValueKind.of(attribute) == ValueKind.DATE ? OF_DATES : EnumSet.allOf(Bucket.class);
    }

    private static void put(Map<String, GroupKey> constants, String name, GroupKey key, EntityModel entity) {
        GroupKey before = constants.putIfAbsent(name, key);
        if (before != null) {
            throw new IllegalStateException("API-104 " + Names.groupKey(entity) + "." + name + ": "
                    + described(before.attribute()) + " and " + described(key.attribute())
                    + " want this name in the API. Rename one of them, or mark it @Hidden.");
        }
    }

    private static String described(AttributeModel attribute) {
        return '"' + attribute.name() + '"';
    }

    /** {@code PLACED_AT} from {@code placedAt}. */
    private static String constant(String name) {
        return name.replaceAll("(\\p{javaLowerCase}|\\d)(\\p{javaUpperCase})", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }
}
