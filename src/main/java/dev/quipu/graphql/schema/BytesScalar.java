package dev.quipu.graphql.schema;

import java.util.Base64;

/** The scalar that holds bytes. */
final class BytesScalar extends StrictCoercing<byte[]> {

    @Override
    byte[] parse(Object value) {
        return Base64.getDecoder().decode((String) value);
    }

    @Override
    Object print(Object result) {
        return result instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : result.toString();
    }

    @Override
    String expected() {
        return "base64";
    }
}
