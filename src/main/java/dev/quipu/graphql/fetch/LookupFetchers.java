package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.model.UniqueKey;
import dev.quipu.query.Condition;
import dev.quipu.query.Operands;
import dev.quipu.query.Operator;
import dev.quipu.query.Selection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Finds one entity by what identifies it. */
final class LookupFetchers {

    private final EntityModel entity;
    private final Selections selections;
    private final Reads reads;
    private final KnownSelections<Selection> known = new KnownSelections<>();

    LookupFetchers(EntityModel entity, Selections selections, Reads reads) {
        this.entity = entity;
        this.selections = selections;
        this.reads = reads;
    }

    Object byId(DataFetchingEnvironment environment) {
        return fetch(
                environment,
                arguments -> new Condition.Compare(
                        entity.id(), Operator.EQ, Operands.id(entity.id(), (String) required(arguments, "id"))));
    }

    DataFetcher<?> byKey(UniqueKey key, Shown shown) {
        return environment -> fetch(
                environment,
                arguments -> new Condition.And(key.attributes().stream()
                        .map(name -> equality(required(entity.attributes(), name), arguments, shown))
                        .toList()));
    }

    private static Condition equality(AttributeModel attribute, Map<String, Object> arguments, Shown shown) {
        if (attribute instanceof ToOneAttribute reference) {
            BasicAttribute id = shown.target(reference).id();
            Object value = Operands.id(id, (String) required(arguments, Names.foreignKey(reference)));
            return new Condition.CompareKey(reference, id, Operator.EQ, value);
        }
        return new Condition.Compare((BasicAttribute) attribute, Operator.EQ, required(arguments, attribute.name()));
    }

    /** The schema makes these arguments non-null, and the model has the attributes of its keys. */
    private static <T> T required(Map<String, T> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private Object fetch(DataFetchingEnvironment environment, Function<Map<String, Object>, Condition> condition) {
        return reads.json(
                environment,
                (reader, session) -> reader.one(
                        session,
                        known.of(environment, () -> selections.entity(entity, environment.getSelectionSet())),
                        condition.apply(environment.getArguments())));
    }
}
