package dev.quipu.graphql.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.graphql.code.Occurrences.Occurrence;
import dev.quipu.graphql.fetch.AnswerSize;
import dev.quipu.graphql.fetch.Asker;
import dev.quipu.graphql.fetch.CodeFieldNames;
import dev.quipu.graphql.fetch.CodeValues;
import dev.quipu.graphql.fetch.Selections;
import dev.quipu.query.Selection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Computes the fields of entities that are written as code, and puts the values where the database left a place for them. For each
 * level of such fields the entities of a type are loaded with one statement.
 */
@Singleton
class ComputedValues implements CodeValues {

    private static final String MARK = '"' + CodeFieldNames.ROW + '"';

    private final CodeFieldNames fields;
    private final Selections selections;
    private final Session session;
    private final AnswerSize size;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    ComputedValues(CodeFieldNames fields, Selections selections, Session session, AnswerSize size) {
        this.fields = fields;
        this.selections = selections;
        this.session = session;
        this.size = size;
    }

    @Override
    public String complete(DataFetchingEnvironment environment, DataFetchingFieldSelectionSet selected, String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        JsonNode answer = parsed(text);
        Occurrences occurrences = search(List.of(answer), selected);
        if (occurrences.found().isEmpty()) {
            return text; // somebody stored such a key in a JSON attribute
        }
        if (QuarkusTransaction.isActive()) {
            fill(environment, occurrences);
        } else {
            QuarkusTransaction.requiringNew().run(() -> {
                session.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL); // who reads does not write
                fill(environment, occurrences);
            });
        }
        return answer.toString();
    }

    private Occurrences search(List<? extends JsonNode> nodes, DataFetchingFieldSelectionSet selected) {
        Occurrences occurrences = new Occurrences(fields);
        occurrences.search(nodes, selected);
        return occurrences;
    }

    private void fill(DataFetchingEnvironment environment, Occurrences occurrences) {
        LoadedRows entities = LoadedRows.of(session, occurrences);
        try (RequestScope scope = RequestScope.enter(environment)) {
            for (Occurrence occurrence : occurrences.found()) {
                List<ObjectNode> rows = occurrence.rows();
                List<?> values = new CodeFieldCall(
                                occurrence.field(), occurrence.selected().getArguments())
                        .values(rows.stream().map(entities::of).toList());
                List<JsonNode> printed = print(environment, occurrence, values);
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).set(occurrence.selected().getResultKey(), printed.get(i));
                }
            }
        }
    }

    private List<JsonNode> print(DataFetchingEnvironment environment, Occurrence occurrence, List<?> values) {
        String place = occurrence.field().place();
        List<JsonNode> printed = new ArrayList<>();
        if (occurrence.field().returned() == null) {
            LeafValues leaves = new LeafValues(json, environment);
            values.forEach(value ->
                    printed.add(leaves.print(place, occurrence.selected().getType(), value)));
            return printed;
        }
        DataFetchingFieldSelectionSet selected = occurrence.selected().getSelectionSet();
        Selection selection = selections.entity(occurrence.field().returned(), selected);
        new EntityAnswer(place, occurrence.selected().getType(), selection, Asker.access(environment), size)
                .each(session, values)
                .forEach(text -> printed.add(parsed(text)));
        Occurrences within = search(printed, selected);
        if (!within.found().isEmpty()) {
            fill(environment, within);
        }
        return printed;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered with what is no JSON", e);
        }
    }
}
