package dev.quipu.db.version;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * A changeset that a database has had.
 *
 * @param checksum Liquibase's, of what it said then; null if it is to be taken anew
 */
public record AppliedChangeset(
        Changeset changeset, Instant at, @Nullable String checksum) {

    /**
     * All of a database, in the order in which they were applied; none if it has no table of them.
     *
     * @param table Liquibase's table, as SQL names it
     */
    static List<AppliedChangeset> read(Connection connection, String table) throws SQLException {
        if (!exists(connection, table)) {
            return List.of();
        }
        // written by Liquibase as the server's local time
        String sql = "select id, author, filename, tag, dateexecuted::timestamptz as at, md5sum from " + table
                + " order by dateexecuted, orderexecuted";
        List<AppliedChangeset> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(new AppliedChangeset(
                        new Changeset(
                                rows.getString("id"),
                                rows.getString("author"),
                                DatabaseChangeLog.normalizePath(rows.getString("filename")),
                                rows.getString("tag")),
                        rows.getTimestamp("at").toInstant(),
                        rows.getString("md5sum")));
            }
        }
        return List.copyOf(all);
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
