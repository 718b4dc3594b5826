package dev.quipu.audit;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.Stamp;
import dev.quipu.model.Stamp.Content;
import dev.quipu.model.ToOneAttribute;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.persister.entity.EntityPersister;

/** What is wrong with stamps and audited entities, all of it at once. */
final class AuditProblems {

    private static final Set<Class<?>> TIMES = Set.of(Instant.class, OffsetDateTime.class);
    private static final Set<Class<?>> VIEWERS = Set.of(String.class, Long.class, Integer.class, UUID.class);

    private final List<String> problems = new ArrayList<>();

    /** @throws IllegalStateException with all problems */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("stamps and audit have " + problems.size()
                    + (problems.size() == 1 ? " problem:" : " problems:") + "\n  " + String.join("\n  ", problems));
        }
    }

    private void add(int number, String place, String explanation) {
        problems.add("SEC-" + number + " " + place + ": " + explanation);
    }

    /** Judges an entity that is stamped or audited. */
    void judge(EntityModel entity, EntityPersister persister) {
        if (persister.isIdentifierAssignedByInsert()) {
            add(
                    303,
                    entity.name(),
                    "is stamped or @Audited, but persist() inserts new rows before any flush, so nobody would see them. Let a"
                            + " sequence give the id: @GeneratedValue(strategy = GenerationType.SEQUENCE).");
        }
        for (AttributeModel attribute : entity.attributes().values()) {
            if (attribute.stamp() != null) {
                judge(entity, attribute, attribute.stamp());
            }
        }
    }

    private void judge(EntityModel entity, AttributeModel attribute, Stamp stamp) {
        String place = entity.name() + "." + attribute.name();
        boolean viewer = stamp.content() == Content.VIEWER;
        boolean fits =
                attribute instanceof BasicAttribute basic ? (viewer ? VIEWERS : TIMES).contains(basic.type()) : viewer;
        if (!fits) {
            add(
                    301,
                    place,
                    viewer
                            ? "is stamped with who changes the row. Make it a String, the username; or of the type of the account's"
                                    + " id; or a reference to the account."
                            : "is stamped with a time. Make it an Instant or an OffsetDateTime.");
        }
        if (viewer && !nullable(attribute)) {
            add(
                    302,
                    place,
                    "is stamped with who changes the row, which is nobody in commands and jobs, but its column is not null."
                            + " Leave out nullable = false, and make a primitive type a class.");
        }
    }

    private static boolean nullable(AttributeModel attribute) {
        return attribute instanceof BasicAttribute basic
                ? basic.nullable()
                : attribute instanceof ToOneAttribute reference && reference.nullable();
    }

    /** Judges the entities that extend {@link AuditRecord}, of which there must be one if something is audited. */
    void judgeRecords(List<EntityModel> records, String audited, Model model) {
        if (records.size() != 1) {
            add(
                    304,
                    audited,
                    "is @Audited, and " + (records.isEmpty() ? "no entity" : "more than one entity")
                            + " extends AuditRecord (there are "
                            + names(model.entities().stream().toList())
                            + "). Let one do so, to say what its table is and who may read it:"
                            + " @Entity @Immutable @Grant(..) public class AuditEntry extends AuditRecord {}.");
        }
        records.stream()
                .filter(entries -> !entries.immutable())
                .forEach(entries -> add(
                        305,
                        entries.name(),
                        "extends AuditRecord, but whoever has a grant could write it through the API. Annotate it"
                                + " @org.hibernate.annotations.Immutable."));
    }

    private static String names(List<EntityModel> entities) {
        return String.join(", ", entities.stream().map(EntityModel::name).toList());
    }
}
