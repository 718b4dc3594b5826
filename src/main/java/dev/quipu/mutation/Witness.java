package dev.quipu.mutation;

import dev.quipu.change.Explanation;
import dev.quipu.change.RowTrace;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.RuleStep;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Watches the rules during one attempt, as far as the caller wants to know. */
final class Witness implements AutoCloseable {

    private final @Nullable Explanation explanation;
    private final @Nullable RowTrace trace;

    Witness(WriteRequest request, Session session) {
        explanation = request.explain() ? Explanation.begin(session) : null;
        trace = request.trace() ? RowTrace.begin(session) : null;
    }

    List<RuleStep> steps() {
        return explanation == null ? List.of() : explanation.steps();
    }

    Map<EntityModel, List<Object>> affected() {
        return trace == null ? Map.of() : trace.changed();
    }

    /** A refusal tells what led to it. */
    RuntimeException explained(RuntimeException failure) {
        if (explanation == null) {
            return failure;
        }
        if (failure instanceof AttemptRefusedException refused) {
            return refused.after(steps());
        }
        return failure instanceof MutationRefusedException refused
                ? new MutationRefusedException(refused.refusals(), steps())
                : failure;
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
