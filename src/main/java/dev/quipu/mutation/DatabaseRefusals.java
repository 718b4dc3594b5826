package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Refusal.ReferenceViolation;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.rule.ParentMissingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.ObjectNotFoundException;
import org.jspecify.annotations.Nullable;

/** Says which attribute of which row broke a constraint of the database, and where the request says so. */
final class DatabaseRefusals {

    private final Attempt attempt;
    private final Blame blame;
    private final Discretion discretion;

    DatabaseRefusals(Attempt attempt) {
        this.attempt = attempt;
        this.blame = new Blame(attempt);
        this.discretion = new Discretion(attempt);
    }

    /** Null if the failure is of another kind. */
    @Nullable
    Refusal of(RuntimeException failure) {
        ParentMissingException parent = Causes.find(failure, ParentMissingException.class);
        if (parent != null) {
            EntityModel entity = attempt.model().entity(parent.entity());
            return missing(
                    entity,
                    reference(entity, parent.attribute()),
                    parent.parentId().toString());
        }
        ObjectNotFoundException missing = Causes.find(failure, ObjectNotFoundException.class);
        if (missing != null) {
            return missingTarget(entityNamed(missing.getEntityName()), String.valueOf(missing.getIdentifier()));
        }
        DanglingReference dangling = DanglingReference.behind(failure, attempt);
        if (dangling != null) {
            return stillReferred(dangling.referring(), dangling.id());
        }
        BrokenConstraint broken = BrokenConstraint.behind(failure);
        if (broken == null) {
            return null;
        }
        EntityModel entity = entityOf(broken.table());
        return switch (broken.kind()) {
            case UNIQUE -> unique(entity, broken);
            case REFERENCE -> reference(entity, broken);
            case NOT_NULL, CHECK -> check(entity, broken);
        };
    }

    private static ToOneAttribute reference(EntityModel entity, String name) {
        return (ToOneAttribute) Objects.requireNonNull(entity.attribute(name), name);
    }

    private Refusal unique(@Nullable EntityModel entity, BrokenConstraint broken) {
        if (entity == null) {
            return new UniqueViolation(blame.onlyCommand(), null, null, List.of(), "Another row has the same values");
        }
        List<String> fields = broken.attributes(entity);
        WrittenRow writer = fields.isEmpty() ? null : blame.writer(entity, fields.get(0), broken.value(0));
        return new UniqueViolation(
                writer == null ? blame.onlyCommand() : writer.placeOf(fields.get(0)),
                entity.name(),
                null,
                fields,
                "There is already " + Texts.withArticle(entity.name()) + " with " + broken.describe(fields)
                        + givenUpLater(entity, fields, broken));
    }

    /** Hibernate inserts and updates before it deletes, and updates in the order of the ids. */
    private String givenUpLater(EntityModel entity, List<String> fields, BrokenConstraint broken) {
        boolean givenUp = fields.size() == 1 && attempt.givenUp().contains(entity, fields.get(0), broken.value(0));
        return givenUp
                ? ", until a later part of this operation gives it up. Put that part first; to swap two values, go through a third"
                : "";
    }

    /** Another row has this value. */
    static Refusal taken(Place place, EntityModel entity, String attribute, String value) {
        return new UniqueViolation(
                place,
                entity.name(),
                null,
                List.of(attribute),
                "There is already " + Texts.withArticle(entity.name()) + " with " + attribute + " \"" + value + "\"");
    }

    private Refusal reference(@Nullable EntityModel entity, BrokenConstraint broken) {
        ToOneAttribute reference = entity == null ? null : broken.reference(entity);
        return entity == null || reference == null
                ? stillReferred(entity, broken.value(0))
                : missing(entity, reference, broken.value(0));
    }

    private Refusal missing(EntityModel entity, ToOneAttribute reference, String id) {
        WrittenRow writer = blame.writer(entity, reference.name(), id);
        if (writer == null && !discretion.shows(entity, List.of(reference.name()))) {
            return Discretion.CONFLICT; // nobody has said what it refers to
        }
        return missing(writer == null ? blame.onlyCommand() : writer.placeOf(reference.name()), entity, reference, id);
    }

    /** A row refers to one that is not there. */
    static Refusal missing(@Nullable Place place, EntityModel entity, ToOneAttribute reference, String id) {
        return new ReferenceViolation(
                place,
                entity.name(),
                null,
                List.of(reference.name()),
                "There is no " + reference.target() + " " + id + " for " + entity.name() + "." + reference.name());
    }

    /** A row that rules wanted to read does not exist: whoever refers to it is to blame. */
    private Refusal missingTarget(EntityModel target, String id) {
        for (EntityModel entity : attempt.model().entities()) {
            for (ToOneAttribute reference : entity.toOnes().toList()) {
                if (reference.target().equals(target.name()) && blame.writer(entity, reference.name(), id) != null) {
                    return missing(entity, reference, id);
                }
            }
        }
        return discretion.shows(target, List.of())
                ? new ReferenceViolation(
                        blame.onlyCommand(), target.name(), id, List.of(), "There is no " + target.name() + " " + id)
                : Discretion.CONFLICT;
    }

    private Refusal stillReferred(@Nullable EntityModel referring, String id) {
        for (RemovedRow removed : attempt.removed()) {
            if (removed.is(id) && refersTo(referring, removed.entity())) {
                return new ReferenceViolation(
                        removed.place(),
                        removed.entity().name(),
                        id,
                        List.of(),
                        removed.entity().name() + " " + id + " is still referred to" + by(referring)
                                + ". Delete or move those first");
            }
        }
        return new ReferenceViolation(
                blame.onlyCommand(), null, null, List.of(), "A row to be deleted is still referred to" + by(referring));
    }

    private static boolean refersTo(@Nullable EntityModel referring, EntityModel target) {
        return referring == null
                || referring.toOnes().anyMatch(reference -> reference.target().equals(target.name()));
    }

    /** Which rows they are is told to whoever may read all of them. */
    private String by(@Nullable EntityModel referring) {
        if (referring == null) {
            return "";
        }
        List<String> references = referring.toOnes().map(ToOneAttribute::name).toList();
        return discretion.shows(referring, references)
                ? " by rows of " + referring.name()
                : ", perhaps by rows that you may not see";
    }

    private Refusal check(@Nullable EntityModel entity, BrokenConstraint broken) {
        if (entity != null && !discretion.shows(entity, broken.attributes(entity))) {
            return Discretion.CONFLICT;
        }
        return new ConstraintViolation(
                blame.onlyCommand(),
                null,
                entity == null ? null : entity.name(),
                null,
                entity == null ? List.of() : broken.attributes(entity),
                Map.of(),
                broken.kind() == BrokenConstraint.Kind.NOT_NULL
                        ? "A value that the database needs is missing"
                        : "The database refuses these values");
    }

    private @Nullable EntityModel entityOf(@Nullable String table) {
        return attempt.model().entities().stream()
                .filter(entity -> entity.table().equals(table))
                .findFirst()
                .orElse(null);
    }

    private EntityModel entityNamed(String entityName) {
        return attempt.model().entities().stream()
                .filter(entity -> entity.entityName().equals(entityName))
                .findFirst()
                .orElseThrow();
    }
}
