package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Golden;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is a query, the answer and the statements that gave it, side by side under {@code src/test/resources/golden}: a
 * reviewer sees in the diff when one statement has become two. {@code data.sql} there holds the rows.
 */
@QuarkusTest
class GoldenTest {

    @Inject
    DataSource dataSource;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void rows() throws Exception {
        new Database(dataSource).reset("golden/data.sql");
    }

    static Stream<String> cases() {
        return Golden.cases("graphql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsRecorded(String name) {
        String query = Golden.read(name + ".graphql");
        Map<String, ?> variables = Golden.variables(name);
        try (SqlLog sql = SqlLog.open()) {
            JsonNode response = Graphql.execute(query, variables);

            Golden.compare(name + ".json", response.toPrettyString() + "\n");
            Golden.compare(name + ".sql", statements(sql));
        }
    }

    /** Hibernate translates the statement of a query once, whatever its arguments; a function call spelt wrong prevents it. */
    @ParameterizedTest
    @MethodSource("cases")
    void translatesOnce(String name) {
        String query = Golden.read(name + ".graphql");
        Map<String, ?> variables = Golden.variables(name);
        Graphql.execute(query, variables);
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        try (SqlLog sql = SqlLog.open()) {
            Graphql.execute(query, variables);

            assertThat(statistics.getQueryPlanCacheMissCount()).isZero();
            // one hit for the parsed HQL, one for its translation
            assertThat(statistics.getQueryPlanCacheHitCount())
                    .isEqualTo(2L * sql.statements().size());
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static String statements(SqlLog sql) {
        List<String> sorted = sql.statements().stream().sorted().toList();
        return String.join("\n\n", sorted) + "\n";
    }
}
