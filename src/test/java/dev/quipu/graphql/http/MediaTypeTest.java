package dev.quipu.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                         | JSON
            */*                                                          | JSON
            application/*                                                | JSON
            application/json                                             | JSON
            application/graphql-response+json                            | GRAPHQL_RESPONSE
            application/graphql-response+json, application/json;q=0.9    | GRAPHQL_RESPONSE
            application/graphql-response+json; charset=utf-8, application/json; charset=utf-8 | GRAPHQL_RESPONSE
            application/graphql-response+json;q=0.5, application/json    | JSON
            application/graphql-response+json;q=0, */*                   | JSON
            application/json;q=0, */*                                    | GRAPHQL_RESPONSE
            text/html, application/xhtml+xml, */*;q=0.8                  | JSON
            APPLICATION/JSON; charset="UTF-8"                            | JSON
            application/json; charset=latin1                             | none
            text/html                                                    | none
            application/graphql+json                                     | none
            application/json;q=0                                         | none
            application/json;q=nan                                       | none
            ;                                                            | none
            """)
    void isWhatTheClientWantsMost(String accept, MediaType type) {
        assertThat(MediaType.accepted(accept)).isEqualTo(type);
    }
}
