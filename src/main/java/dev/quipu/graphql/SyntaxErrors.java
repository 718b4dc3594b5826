package dev.quipu.graphql;

import graphql.parser.InvalidSyntaxException;
import java.util.stream.Stream;

/** Says why a document cannot be parsed. */
final class SyntaxErrors {

    private SyntaxErrors() {}

    static CodedError of(InvalidSyntaxException failure) {
        String message = String.valueOf(failure.getMessage());
        ErrorCode code = message.contains("Denial Of Service") ? ErrorCode.QUERY_TOO_COMPLEX : ErrorCode.BAD_USER_INPUT;
        return new CodedError(code, Wording.plain(message))
                .at(null, Stream.ofNullable(failure.getLocation()).toList());
    }
}
