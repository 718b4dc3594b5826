package dev.quipu.mutation;

import dev.quipu.change.Explanation;
import dev.quipu.change.RowTrace;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.rule.RuleStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Watches the rules during one attempt, as far as the caller wants to know. */
final class Witness implements AutoCloseable {

    private final @Nullable Explanation explanation;
    private final @Nullable RowTrace trace;

    private final VisibleSteps visible;

    Witness(WriteRequest request, Model model, Session session) {
        visible = new VisibleSteps(model, new Sight(session, request.access()));
        explanation = request.explain() ? Explanation.begin(session) : null;
        trace = request.trace() ? RowTrace.begin(session) : null;
    }

    /** As far as whoever asks may see them in the settled state. */
    List<RuleStep> steps() {
        return visible.of(all());
    }

    private List<RuleStep> all() {
        return explanation == null ? List.of() : explanation.steps();
    }

    /** Those that whoever asks may see. */
    Map<EntityModel, List<Object>> affected() {
        if (trace == null) {
            return Map.of();
        }
        Map<EntityModel, List<Object>> seen = new LinkedHashMap<>();
        trace.changed().forEach((entity, ids) -> {
            Set<Object> readable = visible.sight().of(entity, null, ids);
            seen.put(entity, ids.stream().filter(readable::contains).toList());
        });
        return seen;
    }

    /** A refusal tells what led to it. */
    RuntimeException explained(RuntimeException failure) {
        if (explanation == null) {
            return failure;
        }
        if (failure instanceof AttemptRefusedException refused) {
            return isForbidden(refused.refusals()) ? refused : refused.after(all());
        }
        return failure instanceof MutationRefusedException refused
                ? new MutationRefusedException(refused.refusals(), steps())
                : failure;
    }

    /** A state that may not be tells nothing. */
    private static boolean isForbidden(List<Refusal> refusals) {
        return refusals.stream().anyMatch(Refusal.Forbidden.class::isInstance);
    }

    @Override
    public void close() {
        if (explanation != null) {
            explanation.close();
        }
        if (trace != null) {
            trace.close();
        }
    }
}
