package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.tool.RuleRepair;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On each model of the random histories, at the end of one: everything is right; then every derived value is broken by SQL; the
 * repair gives back exactly what the rules had kept.
 */
class ModelsRepairedTest {

    static Stream<String> models() {
        return Histories.modelNames();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatTheRulesHadKeptComesBack(String name) {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities(name, false))) {
            RulePlan plan = RulePlan.of(database.sessionFactory());
            RuleVerification verification = new RuleVerification(database.sessionFactory());
            RuleRepair repair = new RuleRepair(database.sessionFactory());
            assertThat(new Histories(database.sessionFactory(), RulesIntegrator.model(database.sessionFactory()))
                            .failureOf(7))
                    .isNull();
            List<EntityModel> entities =
                    plan.entities().stream().map(RuledEntity::model).toList();
            List<String> kept = rows(database, entities);
            assertThat(verification.verify().findings()).isEmpty();

            long broken = entities.stream()
                    .mapToLong(entity -> breakAll(database, entity))
                    .sum();
            assertThat(broken).isPositive();
            assertThat(verification.verify().clean()).isFalse();
            assertThat(repair.repair().total()).isPositive();

            assertThat(verification.verify().findings()).isEmpty();
            assertThat(rows(database, entities)).isEqualTo(kept);
            assertThat(repair.repair().rules()).isEmpty();
        }
    }

    /** Every row that is not deleted, as text. */
    private static List<String> rows(RuledDatabase database, List<EntityModel> entities) {
        List<String> rows = new ArrayList<>();
        for (EntityModel entity : entities) {
            String columns = entity.basics()
                    .map(attribute -> isFloating(attribute)
                            ? "round(" + attribute.column() + "::numeric, 6)"
                            : attribute.column())
                    .collect(Collectors.joining(", "));
            String sql = "select row(" + columns + ")::text from " + entity.table() + alive(entity) + " order by "
                    + entity.id().column();
            rows.addAll(database.read(
                    session -> session.createNativeQuery(sql, String.class).getResultList()));
        }
        return rows;
    }

    private static boolean isFloating(BasicAttribute attribute) {
        return attribute.type() == Double.class || attribute.type() == Float.class;
    }

    private static String alive(EntityModel entity) {
        return entity.deletedAt() == null ? "" : " where " + entity.deletedAt().column() + " is null";
    }

    /** How many rows it broke. */
    private static long breakAll(RuledDatabase database, EntityModel entity) {
        String assignments = entity.basics()
                .filter(attribute -> attribute.derived() && !(attribute.rule() instanceof CopyOf))
                .map(attribute -> attribute.column() + " = " + broken(attribute))
                .collect(Collectors.joining(", "));
        if (assignments.isEmpty()) {
            return 0;
        }
        long[] rows = new long[1];
        database.sessionFactory()
                .inTransaction(session -> session.doWork(connection -> rows[0] = connection
                        .createStatement()
                        .executeUpdate("update " + entity.table() + " set " + assignments + alive(entity))));
        return rows[0];
    }

    private static String broken(BasicAttribute attribute) {
        if (Number.class.isAssignableFrom(attribute.type())) {
            return "coalesce(" + attribute.column() + ", 0) + 1";
        }
        return attribute.type() == Boolean.class ? "not coalesce(" + attribute.column() + ", false)" : "null";
    }
}
