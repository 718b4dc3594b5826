package dev.quipu.graphql.schema;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;

/** Which GraphQL type stands for which attribute. */
public final class Types {

    private Types() {}

    /** The scalar or enum of an attribute, without regard to null: {@code "Decimal"}, {@code "OrderStatus"}. */
    public static String of(EntityModel entity, BasicAttribute attribute) {
        return attribute.equals(entity.id()) ? "ID" : of(attribute);
    }

    private static String of(BasicAttribute attribute) {
        ValueKind kind = ValueKind.of(attribute);
        if (kind == null) {
            throw new IllegalStateException(attribute.name() + " has no GraphQL type"); // SupportedTypes has refused it
        }
        return switch (kind) {
            case TEXT -> "String";
            case INT -> "Int";
            case BIG_INT -> "BigInt";
            case FLOAT -> "Float";
            case DECIMAL -> "Decimal";
            case BOOLEAN -> "Boolean";
            case DATE -> "Date";
            case DATE_TIME -> "DateTime";
            case ENUM -> attribute.type().getSimpleName();
            case BYTES -> "Bytes";
            case JSON -> "JSON";
        };
    }
}
