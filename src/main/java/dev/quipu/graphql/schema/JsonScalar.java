package dev.quipu.graphql.schema;

/** The scalar that holds any JSON value, as String, Number, Boolean, List or Map. */
final class JsonScalar extends StrictCoercing<Object> {

    @Override
    Object parse(Object value) {
        return value;
    }

    @Override
    String expected() {
        return "a JSON value";
    }
}
