package dev.quipu.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What somebody changes in the database is told, by name, and asking leaves nothing behind. */
@QuarkusTest
class SchemaDriftTest {

    @Inject
    SchemaDrift drift;

    @Inject
    SessionFactory entities;

    @Inject
    DataSource dataSource;

    @Test
    void isNoneAfterTheChangelog() throws Exception {
        assertThat(drift.sentences()).isEmpty();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var left = statement.executeQuery("select count(*) from pg_namespace where nspname like 'quipu%'")) {
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @Test
    void namesWhatWasChanged() throws Exception {
        assertThat(afterwards(
                        "alter table users add nick varchar(9)",
                        "alter table users alter email type varchar(200)",
                        "alter table posts alter author_id drop not null",
                        "alter table orders drop constraint orders_status_check",
                        "alter table order_items drop constraint order_items_order_id_fkey",
                        "drop index posts_author_id_created_at_idx",
                        "create index on posts (author_id) where deleted_at is null",
                        "alter sequence posts_seq increment by 10",
                        "create table guests (id bigint)"))
                .containsExactlyInAnyOrder(
                        "column users.nick varchar(9) is only in the database",
                        "column users.email varchar(120) not null in the entities"
                                + " is column users.email varchar(200) not null in the database",
                        "column posts.author_id bigint not null in the entities"
                                + " is column posts.author_id bigint in the database",
                        "constraint orders_status_check of orders check (status in ('OPEN', 'SHIPPED')) is only in the entities",
                        "constraint order_items_order_id_fkey of order_items foreign key (order_id) references orders(id)"
                                + " is only in the entities",
                        "index posts_author_id_created_at_idx (author_id, created_at) is only in the entities",
                        "index posts_author_id_idx (author_id) where (deleted_at is null)" + " is only in the database",
                        "sequence posts_seq as bigint start 1 increment by 50 minvalue 1 maxvalue 9223372036854775807 no cycle"
                                + " in the entities is sequence posts_seq as bigint start 1 increment by 10 minvalue 1"
                                + " maxvalue 9223372036854775807 no cycle in the database",
                        "table guests (id) is only in the database");
    }

    /** Within a transaction that is rolled back: other tests have this database, too. */
    private List<String> afterwards(String... changes) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Schema wanted = EntitySchema.read(entities, connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String change : changes) {
                    statement.execute(change);
                }
                return Difference.between(SchemaReader.read(connection), wanted).stream()
                        .map(difference -> difference.sentence("the database", "the entities"))
                        .toList();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
