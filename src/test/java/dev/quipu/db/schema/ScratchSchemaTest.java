package dev.quipu.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.start.SharedPostgresql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A scratch schema goes with what is in it; that of a process that was killed goes next time, and nobody else's does. */
class ScratchSchemaTest {

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    ScratchSchemaTest() {
        dataSource.setUrl(SharedPostgresql.url());
        dataSource.setUser("postgres");
    }

    @Test
    void leavesNothingBehind() throws SQLException {
        execute("create schema quipu_scratch_of_the_dead create table t (id bigint)");
        try (ScratchSchema one = ScratchSchema.make(dataSource);
                ScratchSchema other = ScratchSchema.make(dataSource)) {
            one.connection().createStatement().execute("create table t (id bigint)");
            assertThat(SchemaReader.read(one.connection()).tables()).containsOnlyKeys("t");
            assertThat(SchemaReader.read(other.connection()).tables()).isEmpty();
            assertThat(scratches()).hasSize(2).doesNotContain("quipu_scratch_of_the_dead");
        }
        assertThat(scratches()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> scratches() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select nspname from pg_namespace where nspname like 'quipu_scratch%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
