package dev.quipu.graphql.http;

import dev.quipu.graphql.ErrorCode;

/** A request whose form HTTP has a status for. */
final class HttpRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;

    HttpRefusedException(int status, ErrorCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static HttpRefusedException badRequest(String message) {
        return new HttpRefusedException(400, ErrorCode.BAD_USER_INPUT, message);
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }
}
