package dev.quipu.rule.engine.interleaving;

import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.rule.tool.VerificationReport;
import dev.quipu.testing.RuledDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where scripts are played: the database with its rows, put back before each play. */
final class Theatre implements AutoCloseable {

    /**
     * What came of a play.
     *
     * @param stored a line for each row
     */
    record Played(TwoSessions.Result result, List<String> stored) {

        boolean bothCommitted() {
            return result.first() == Outcome.COMMITTED && result.second() == Outcome.COMMITTED;
        }
    }

    private final RuledDatabase database = RuledDatabase.of(Haulage.ENTITIES);
    private final RuleVerification verification = new RuleVerification(database.sessionFactory());
    private final Connection connection;
    private final Stored stored;
    private final TwoSessions sessions;
    /** Most plays end in one of few states. */
    private final Set<List<String>> verified = new HashSet<>();

    private final Map<String, List<String>> alone = new HashMap<>();

    Theatre() throws SQLException {
        String url = (String) database.sessionFactory().getProperties().get("jakarta.persistence.jdbc.url");
        connection = DriverManager.getConnection(url, "postgres", null);
        stored = new Stored(database, connection);
        sessions = new TwoSessions(database.sessionFactory(), connection);
    }

    Played play(Script first, Script second, List<Integer> order) throws Exception {
        stored.reset();
        return new Played(sessions.play(first, second, order), stored.read());
    }

    /** What is stored at first. */
    List<String> untouched() throws Exception {
        return play(Script.NONE, Script.NONE, List.of()).stored();
    }

    /** What is left of one session's script without the other. Many pairs ask, and it is played once. */
    List<String> alone(String name, Script script, int session) throws Exception {
        String key = name + " | " + session;
        List<String> known = alone.get(key);
        if (known == null) {
            List<Integer> turns = Collections.nCopies(script.steps().size(), session);
            Played played = session == 0 ? play(script, Script.NONE, turns) : play(Script.NONE, script, turns);
            known = played.stored();
            alone.put(key, known);
        }
        return known;
    }

    /** What of the last play's end is not as the rules say. */
    List<String> differences(Played played) throws SQLException {
        if (!verified.add(played.stored())) {
            return List.of();
        }
        List<String> differences = new ArrayList<>(Recomputation.differences(connection));
        VerificationReport report = verification.verify();
        if (!report.clean()) {
            differences.add(report.text());
        }
        if (!differences.isEmpty()) {
            verified.remove(played.stored());
        }
        return differences;
    }

    @Override
    public void close() throws SQLException {
        sessions.close();
        connection.close();
        database.close();
    }
}
