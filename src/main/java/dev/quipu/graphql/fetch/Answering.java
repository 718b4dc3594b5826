package dev.quipu.graphql.fetch;

import dev.quipu.graphql.FiredRules;
import dev.quipu.graphql.Json;
import dev.quipu.mutation.KeptAnswer;
import dev.quipu.mutation.Outcome;
import dev.quipu.mutation.Reading;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Makes the whole answer to a mutation within its transaction.
 *
 * @param data puts the payloads under their keys
 * @param rules tells what the rules did; null if nobody asked
 */
record Answering(
        Payloads payloads,
        Function<List<Json>, Json> data,
        @Nullable FiredRules rules) implements Reading<KeptAnswer> {

    @Override
    public void before(Session session) {
        payloads.before(session);
    }

    @Override
    public KeptAnswer after(Session session, Outcome outcome) {
        return new KeptAnswer(
                data.apply(payloads.after(session, outcome)).text(),
                rules == null ? null : rules.list(outcome.steps()).text());
    }
}
