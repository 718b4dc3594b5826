package dev.quipu.graphql.fetch;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;

/** Puts the values of fields that code computes into what was read; see {@link CodeFieldNames}. */
public interface CodeValues {

    /**
     * The JSON with all values, as it is if there is none to put in. They are computed in the transaction at hand, or else in one of
     * their own.
     *
     * @param environment of the root field
     * @param selected what the client selects of the value that the JSON is
     */
    String complete(DataFetchingEnvironment environment, DataFetchingFieldSelectionSet selected, String json);
}
