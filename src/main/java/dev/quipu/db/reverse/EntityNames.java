package dev.quipu.db.reverse;

import dev.quipu.db.reverse.EntityPlan.ToMany;
import dev.quipu.db.reverse.EntityPlan.ToOne;
import dev.quipu.db.reverse.Selection.Served;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the entities, their attributes and, from the foreign keys, their relations in both directions. */
final class EntityNames {

    private final Map<SqlName, String> types = new LinkedHashMap<>();
    private final Map<SqlName, Served> byTable = new LinkedHashMap<>();
    private final List<String> remarks;

    private EntityNames(List<Served> served, List<String> remarks) {
        this.remarks = remarks;
        Set<String> taken = new HashSet<>();
        for (Served one : served) {
            SqlName name = one.table().name();
            types.put(name, unlike(taken, JavaNames.type(name.text())));
            byTable.put(name, one);
        }
    }

    /** Plans for all of them; what the reader should know is added to the remarks. */
    static List<EntityPlan> plan(List<Served> served, List<String> remarks) {
        EntityNames names = new EntityNames(served, remarks);
        Map<String, EntityPlan> plans = new LinkedHashMap<>();
        served.forEach(one -> {
            EntityPlan plan = names.entity(one);
            plans.put(plan.type(), plan);
        });
        plans.values().forEach(child -> names.addCollections(child, plans));
        return List.copyOf(plans.values());
    }

    private EntityPlan entity(Served served) {
        StoredTable table = served.table();
        Map<SqlName, ToOne> toOnes = new LinkedHashMap<>();
        for (StoredTable.Reference reference : table.references()) {
            ToOne toOne = toOne(table, reference);
            if (toOne != null) {
                toOnes.putIfAbsent(reference.columns().get(0), toOne);
            }
        }
        return new EntityPlan(
                table,
                String.valueOf(types.get(table.name())),
                served.id(),
                attributes(served, toOnes),
                toOnes,
                new ArrayList<>());
    }

    /** Null, and a remark, if the foreign key cannot be a reference to an entity. */
    private @Nullable ToOne toOne(StoredTable table, StoredTable.Reference reference) {
        Served target = byTable.get(reference.table());
        String type = types.get(reference.table());
        String problem = target == null || type == null
                ? "which is no entity"
                : reference.columns().size() > 1
                                || !reference
                                        .tableColumns()
                                        .equals(List.of(target.id().name()))
                        ? "by more or something else than the id of " + type
                        : null;
        if (problem == null && target != null && type != null) {
            return new ToOne(reference, type, target.id());
        }
        String columns =
                String.join(", ", reference.columns().stream().map(SqlName::sql).toList());
        remarks.add("DB-302 " + table.name() + " (" + columns + ") refers to " + reference.table() + ", " + problem
                + ": a plain attribute for each column.");
        return null;
    }

    private static Map<SqlName, String> attributes(Served served, Map<SqlName, ToOne> toOnes) {
        Map<SqlName, String> attributes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        taken.add("nodeId");
        toOnes.forEach((column, toOne) -> {
            String name = unlike(taken, referenceName(column, toOne));
            taken.add(name + "Id"); // the API's name for the foreign key
            attributes.put(column, name);
        });
        for (StoredColumn column : served.table().columns()) {
            attributes.computeIfAbsent(column.name(), name -> unlike(taken, JavaNames.attribute(name.text())));
        }
        return attributes;
    }

    /** {@code customer} for {@code customer_id}, {@code country} for {@code country_code}, {@code handledBy} as it is. */
    private static String referenceName(SqlName column, ToOne toOne) {
        String name = JavaNames.attribute(column.text());
        for (String suffix : List.of(
                JavaNames.upperFirst(JavaNames.attribute(toOne.target().name().text())), "Id")) {
            if (name.endsWith(suffix) && name.length() > suffix.length()) {
                return JavaNames.attribute(name.substring(0, name.length() - suffix.length()));
            }
        }
        return name;
    }

    private void addCollections(EntityPlan child, Map<String, EntityPlan> plans) {
        Map<String, Integer> references = new HashMap<>();
        child.toOnes().values().forEach(toOne -> references.merge(toOne.type(), 1, Integer::sum));
        child.toOnes().forEach((column, toOne) -> {
            EntityPlan parent = plans.get(toOne.type());
            if (parent != null) {
                String reference = String.valueOf(child.attributes().get(column));
                boolean alone = references.getOrDefault(toOne.type(), 0) == 1;
                String name = unlike(taken(parent), collectionName(child, parent, reference, alone));
                // what falls softly takes nothing with it that cannot be brought back
                boolean removed =
                        toOne.constraint().onDelete() == 'c' && (child.isSoftDeletable() || !parent.isSoftDeletable());
                parent.toManys().add(new ToMany(name, child.type(), reference, removed));
            }
        });
    }

    /** {@code orders}; where several references lead to the parent, {@code ordersByBillingAddress}. */
    private static String collectionName(EntityPlan child, EntityPlan parent, String reference, boolean alone) {
        boolean self = child.type().equals(parent.type());
        if (self && reference.equals("parent")) {
            return "children";
        }
        String plural = JavaNames.plural(child.type());
        boolean plain = (alone && !self) || reference.equals(JavaNames.lowerFirst(parent.type()));
        return plain ? plural : plural + "By" + JavaNames.upperFirst(reference);
    }

    private static Set<String> taken(EntityPlan plan) {
        Set<String> taken = new HashSet<>(plan.attributes().values());
        plan.toManys().forEach(collection -> taken.add(collection.name()));
        return taken;
    }

    /** The name, with a number if it is taken; it is taken from now on. */
    private static String unlike(Set<String> taken, String name) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + number;
        }
        return free;
    }
}
