package dev.quipu.graphql.code;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.AnswerSize;
import dev.quipu.graphql.fetch.CodeAnswer;
import dev.quipu.query.Reader;
import dev.quipu.query.Selection;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.ForbiddenException;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entities that code returned as the client asked for them: one statement, however many there are. What has been deleted
 * since is null; where the schema allows no null within a list, it is left out, as is what whoever asks may not read.
 *
 * @param place for messages: the name of the field
 * @param type what the schema says that it returns
 * @param access of whom: what they may not read is not there
 * @param size how many a list may have
 */
record EntityAnswer(String place, GraphQLType type, Selection selection, Access access, AnswerSize size)
        implements CodeAnswer {

    private static final String NULL = "null";
    private static final String REMEDY = "Let it take arguments that choose fewer.";

    @Override
    public Json of(Session session, @Nullable Object returned) {
        return new Json(each(session, Arrays.asList(returned)).get(0));
    }

    /** The answers to several values that the same code returned, all of them with one statement. */
    List<String> each(Session session, List<? extends @Nullable Object> values) {
        values.forEach(this::requireAnswerable);
        List<Object> ids = values.stream()
                .flatMap(this::entities)
                .filter(Objects::nonNull)
                .map(entity -> id(session, entity))
                .distinct()
                .toList();
        Map<Object, String> rows = ids.isEmpty() ? Map.of() : new Reader(access).byIds(session, selection, ids);
        return values.stream().map(value -> answer(session, value, rows)).toList();
    }

    private void requireAnswerable(@Nullable Object value) {
        if (value instanceof Object[] array) {
            size.require(array.length, place + " returned", REMEDY);
        } else if (value instanceof Collection<?> rows) {
            size.require(rows.size(), place + " returned", REMEDY);
        }
    }

    private String answer(Session session, @Nullable Object value, Map<Object, String> rows) {
        boolean hides = access.rows(selection.entity(), Action.READ) != ALWAYS;
        Stream<String> answers = entities(value)
                .filter(entity -> entity == null || !hides || rows.containsKey(id(session, entity)))
                .map(entity -> entity == null ? NULL : rows.getOrDefault(id(session, entity), NULL));
        if (value != null && nullable() instanceof GraphQLList list) {
            boolean gaps = !(list.getWrappedType() instanceof GraphQLNonNull);
            return answers.filter(answer -> gaps || !answer.equals(NULL)).collect(Collectors.joining(", ", "[", "]"));
        }
        String answer = answers.findFirst().orElse(NULL);
        if (answer.equals(NULL) && type instanceof GraphQLNonNull) {
            if (hides && value != null) {
                throw new ForbiddenException("Reading what " + place + " returns");
            }
            throw new IllegalStateException(
                    place + " gave null, or a row that is not there; its type is " + GraphQLTypeUtil.simplePrint(type));
        }
        return answer;
    }

    private GraphQLType nullable() {
        return GraphQLTypeUtil.unwrapNonNull(type);
    }

    private Stream<?> entities(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof Object[] array) {
            return Stream.of(array);
        }
        return nullable() instanceof GraphQLList
                ? StreamSupport.stream(((Iterable<?>) value).spliterator(), false)
                : Stream.of(value);
    }

    private Object id(Session session, Object entity) {
        Object id = session.getSessionFactory().getPersistenceUnitUtil().getIdentifier(entity);
        if (id == null) {
            throw new IllegalStateException(
                    place + " returned a new " + selection.entity().name() + ", which is not persisted");
        }
        return id;
    }
}
