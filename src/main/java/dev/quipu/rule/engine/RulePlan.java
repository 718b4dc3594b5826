package dev.quipu.rule.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;

/** What follows from the rules before any row is known: immutable, made once at startup. */
public final class RulePlan {

    private final Map<String, RuledEntity> entities;
    private final List<Stage> stages;

    RulePlan(Map<String, RuledEntity> entities, List<Stage> stages) {
        this.entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
        this.stages = List.copyOf(stages);
    }

    /** What was planned when that session factory was made. */
    public static RulePlan of(SessionFactory sessionFactory) {
        return RulesIntegrator.plan(sessionFactory);
    }

    /** The entity of that Hibernate entity name. */
    public RuledEntity entity(String entityName) {
        RuledEntity entity = entities.get(entityName);
        if (entity == null) {
            throw new IllegalArgumentException("There is no entity " + entityName);
        }
        return entity;
    }

    /** In alphabetical order. */
    public Collection<RuledEntity> entities() {
        return entities.values();
    }

    boolean takesPart(String entityName) {
        RuledEntity entity = entities.get(entityName);
        return entity != null && entity.takesPart();
    }

    /** In the order of evaluation. */
    public List<Stage> stages() {
        return stages;
    }

    /** The position of the entity's first stage; entities without one come last. */
    int lockPosition(String entityName) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).entity().entityName().equals(entityName)) {
                return i;
            }
        }
        return stages.size();
    }

    /** Those tables and every table whose changes reach one of them through rules. */
    Set<String> feeding(Set<String> tables) {
        Set<String> feeding = new HashSet<>(tables);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (RuledEntity entity : entities.values()) {
                if (!feeding.contains(table(entity)) && feedsAny(entity, feeding)) {
                    grown |= feeding.add(table(entity));
                }
            }
        }
        return feeding;
    }

    private static boolean feedsAny(RuledEntity entity, Set<String> tables) {
        return entity.contributions.stream().anyMatch(rule -> tables.contains(table(rule.parent())))
                || entity.readers.stream().anyMatch(reader -> tables.contains(table(reader.child())));
    }

    /** Whether rows of that table take part in rules. */
    boolean ruled(String table) {
        return entities.values().stream()
                .anyMatch(entity -> entity.takesPart() && table(entity).equals(table));
    }

    boolean isVersion(String table, String column) {
        return entities.values().stream()
                .filter(entity -> table(entity).equals(table))
                .map(entity -> entity.model.version())
                .anyMatch(version -> version != null && version.column().equals(column));
    }

    private static String table(RuledEntity entity) {
        return entity.persister.getIdentifierTableName();
    }
}
