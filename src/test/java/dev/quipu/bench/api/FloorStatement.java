package dev.quipu.bench.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One SQL statement, prepared once for each connection. */
final class FloorStatement {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]\\w*)");

    private final PreparedStatement statement;
    private final List<String> parameters = new ArrayList<>();

    FloorStatement(Connection connection, String sql) throws SQLException {
        Matcher parameter = PARAMETER.matcher(sql);
        while (parameter.find()) {
            parameters.add(parameter.group(1));
        }
        statement = connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"));
    }

    /** The first column of its first row, null if it gives no rows. */
    Object run(Map<String, Object> values) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, values.get(parameters.get(i)));
        }
        if (!statement.execute()) {
            return null;
        }
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? rows.getObject(1) : null;
        }
    }
}
