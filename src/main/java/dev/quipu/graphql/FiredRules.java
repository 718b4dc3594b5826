package dev.quipu.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.rule.RuleCause;
import dev.quipu.rule.RuleStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the rules did into a response, without what is hidden from the API. */
@ApplicationScoped
public class FiredRules {

    private final Shown shown;
    private final ObjectMapper json;

    FiredRules(Model model, ObjectMapper json) {
        this.shown = new Shown(model);
        this.json = json;
    }

    /** An array of the steps in their order. */
    public Json list(List<RuleStep> steps) {
        List<Map<String, @Nullable Object>> visible =
                steps.stream().filter(this::shows).map(this::describe).toList();
        try {
            return new Json(json.writeValueAsString(visible));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("steps are made of what JSON can hold", e);
        }
    }

    private boolean shows(RuleStep step) {
        return !step.hidden() && !shown.model().entity(step.entity()).hidden();
    }

    private boolean shows(RuleCause cause) {
        EntityModel entity = shown.model().entity(cause.entity());
        String name = cause.attribute();
        return !entity.hidden()
                && (name == null
                        || shown.attributes(entity)
                                .anyMatch(attribute -> attribute.name().equals(name)));
    }

    private Map<String, @Nullable Object> describe(RuleStep step) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("rule", step.rule());
        described.put("entity", step.entity());
        described.put("id", step.id().toString());
        described.put("attribute", step.attribute());
        described.put("before", printed(step, step.before()));
        described.put("after", printed(step, step.after()));
        described.put("cause", step.causes().only(this::shows).toString());
        return described;
    }

    private @Nullable Object printed(RuleStep step, @Nullable Object value) {
        EntityModel entity = shown.model().entity(step.entity());
        return step.attribute() != null && entity.attribute(step.attribute()) instanceof BasicAttribute attribute
                ? Printed.value(attribute, value)
                : value;
    }
}
