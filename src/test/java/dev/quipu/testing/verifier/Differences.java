package dev.quipu.testing.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.testing.verifier.Contents.RowName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/** How all tables differ from what was given, a line for each difference. */
final class Differences {

    private final RowNames names;
    private final Map<String, EntityModel> entities;
    /** What the rules have done. */
    private final Set<String> derived = new TreeSet<>();
    /** What the changes have done themselves. */
    private final Set<String> assigned = new HashSet<>();

    Differences(SessionFactory sessionFactory, List<Change> changes, Contents given, Contents now) {
        names = new RowNames(sessionFactory);
        entities = RulePlan.of(sessionFactory).entities().stream()
                .map(RuledEntity::model)
                .collect(Collectors.toMap(EntityModel::name, entity -> entity));
        Set<RowName> touched = changes.stream()
                .flatMap(change -> change.rows().stream())
                .map(names::of)
                .collect(Collectors.toSet());
        given.rows().forEach((row, columns) -> {
            Map<String, String> columnsNow = now.rows().get(row);
            if (columnsNow == null) {
                (touched.contains(row) ? assigned : derived).add(row + " is gone");
            } else {
                compare(row, touched.contains(row), columns, columnsNow);
            }
        });
        now.rows().forEach((row, columns) -> {
            if (!given.rows().containsKey(row)) {
                inserted(row, touched.contains(row), columns);
            }
        });
    }

    private void compare(RowName row, boolean touched, Map<String, String> given, Map<String, String> now) {
        EntityModel entity = Objects.requireNonNull(entities.get(row.entity()));
        boolean fell = isDeleted(entity, now) && !isDeleted(entity, given);
        if (fell) {
            (touched ? assigned : derived).add(row + " is gone");
        }
        StoredAttribute.of(entity).forEach(attribute -> {
            if (fell && isFall(entity, attribute)) {
                return;
            }
            if (!Objects.equals(given.get(attribute.column()), now.get(attribute.column()))) {
                boolean own = touched && !attribute.derived();
                (own ? assigned : derived).add(attribute.line(row, attribute.stored(now)));
            }
        });
    }

    private static boolean isDeleted(EntityModel entity, Map<String, String> columns) {
        return entity.deletedAt() != null
                && columns.containsKey(entity.deletedAt().column());
    }

    /** What a soft deletion itself writes: the time, and the next version. */
    private static boolean isFall(EntityModel entity, StoredAttribute attribute) {
        return Stream.of(entity.deletedAt(), entity.version())
                .anyMatch(written -> written != null && written.equals(attribute.basic()));
    }

    private void inserted(RowName row, boolean touched, Map<String, String> now) {
        if (!touched) {
            derived.add(row + " is new");
        }
        StoredAttribute.of(entities.get(row.entity()))
                .forEach(attribute -> assigned.add(attribute.line(row, attribute.stored(now))));
    }

    /** @throws AssertionError if something differs otherwise, or does not differ that should */
    void verify(List<Expectation> expectations) {
        Set<String> expected = expectations.stream().map(this::line).collect(Collectors.toCollection(TreeSet::new));
        Set<String> explained = new TreeSet<>(expected);
        explained.retainAll(assigned);
        explained.addAll(derived);
        assertThat(explained).as("what has changed").isEqualTo(expected);
    }

    private String line(Expectation expectation) {
        RowName row = names.of(expectation.row());
        if (expectation instanceof Expectation.Value value) {
            StoredAttribute attribute = StoredAttribute.of(entities.get(row.entity()), value.attribute());
            return attribute.line(row, attribute.text(value.value()));
        }
        return row + " is gone";
    }
}
