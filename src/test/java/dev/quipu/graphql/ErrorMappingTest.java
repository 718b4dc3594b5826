package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;

class ErrorMappingTest {

    @Test
    void anEmptyPoolIsNoFaultButAReasonToTryAgain() {
        GraphQLError error = ErrorMapping.of(new GenericJDBCException(
                        "Unable to acquire JDBC Connection", new SQLException("Sorry, acquisition timeout!")))
                .get(0);

        assertThat(error.getExtensions()).containsEntry("code", "RATE_LIMITED").containsEntry("retryable", true);
    }
}
