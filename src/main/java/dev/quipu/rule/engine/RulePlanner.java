package dev.quipu.rule.engine;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Makes the plan from the annotations: reads every rule, orders what they derive, and refuses to start on any problem. */
final class RulePlanner {

    private RulePlanner() {}

    /** @throws RuleProblemsException with everything that is wrong */
    static RulePlan plan(Model model, Metadata metadata, SessionFactoryImplementor sessionFactory) {
        Map<String, RuledEntity> byEntityName = new LinkedHashMap<>();
        Map<String, RuledEntity> byName = new LinkedHashMap<>();
        for (EntityModel entity : model.entities()) {
            RuledEntity ruled = new RuledEntity(
                    entity, sessionFactory.getMappingMetamodel().getEntityDescriptor(entity.entityName()));
            byEntityName.put(entity.entityName(), ruled);
            byName.put(entity.name(), ruled);
        }
        Problems problems = new Problems();
        RuleReader reader = new RuleReader(sessionFactory, byName, problems);
        byName.values().forEach(reader::read);
        byName.values().stream().filter(RuledEntity::takesPart).forEach(entity -> {
            refuseIdentity(entity, problems);
            refuseInheritance(entity, problems);
        });
        byName.values().forEach(entity -> SoftDeletionCheck.refuseLosses(entity, problems));
        byName.values().forEach(entity -> ParentInsertion.register(entity, byName, problems));
        byName.values().forEach(entity -> Readers.register(entity, byEntityName));
        byName.values().forEach(Readers::markRuled);
        byName.values().forEach(entity -> {
            new MappingCheck(entity, metadata.getEntityBinding(entity.entityName()), problems).refuse();
            OnDeleteCheck.refuse(entity, metadata, problems);
        });
        List<Stage> stages = new AttributeGraph(byEntityName.values(), problems).stages();
        problems.throwIfAny();
        return new RulePlan(byEntityName, stages);
    }

    /** Such a row is inserted by persist(): at the flush it would look old and unchanged. */
    private static void refuseIdentity(RuledEntity entity, Problems problems) {
        if (entity.persister.isIdentifierAssignedByInsert()) {
            problems.add(
                    115,
                    entity.name() + "." + entity.model.id().name(),
                    "is given by the table when persist() inserts the row, before any rule has run."
                            + " Let a sequence give it: @GeneratedValue(strategy = GenerationType.SEQUENCE).");
        }
    }

    /** A rule of one type would not see the rows of the other, which stand in the same table. */
    private static void refuseInheritance(RuledEntity entity, Problems problems) {
        if (entity.persister.isInherited() || entity.persister.hasSubclasses()) {
            problems.add(
                    116,
                    entity.name(),
                    "has rules and shares them with another entity by inheritance, which rules do not follow."
                            + " Let both extend a @MappedSuperclass, or keep the difference in an attribute.");
        }
    }
}
