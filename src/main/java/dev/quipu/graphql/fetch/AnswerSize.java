package dev.quipu.graphql.fetch;

import dev.quipu.graphql.CodedError;
import dev.quipu.graphql.ErrorCode;
import dev.quipu.graphql.RefusedOperationException;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds the lists that no argument of the request bounds: no list is longer than a page. */
@ApplicationScoped
public class AnswerSize {

    private final int max;

    AnswerSize(PageSizes sizes) {
        this.max = sizes.pageSizeMax();
    }

    /**
     * Ends the operation if there are too many.
     *
     * @param list which list: {@code affected has}
     * @param remedy what to do instead, as a sentence
     */
    public void require(int rows, String list, String remedy) {
        if (rows > max) {
            throw new RefusedOperationException(new CodedError(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    list + " " + rows + " rows; a list has at most " + max + " (quipu.api.page-size-max). " + remedy));
        }
    }
}
