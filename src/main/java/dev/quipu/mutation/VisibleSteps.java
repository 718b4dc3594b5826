package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Seen.Part;
import dev.quipu.rule.RuleCause;
import dev.quipu.rule.RuleCauses;
import dev.quipu.rule.RuleStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules did to rows and attributes that somebody may read, and because of such. */
record VisibleSteps(Model model, Sight sight) {

    List<RuleStep> of(List<RuleStep> steps) {
        List<Part> parts = new ArrayList<>();
        for (RuleStep step : steps) {
            parts.add(part(step));
            step.causes().told().forEach(cause -> parts.add(part(cause)));
        }
        Seen seen = new Seen(sight, parts);
        return steps.stream()
                .filter(step -> seen.has(part(step)))
                .map(step -> step.because(causes(step.causes(), seen)))
                .toList();
    }

    private RuleCauses causes(RuleCauses causes, Seen seen) {
        RuleCauses visible = causes.only(cause -> seen.has(part(cause)));
        boolean everywhere = causes.told().stream()
                .map(this::part)
                .allMatch(part -> Sight.everywhere(sight.access(), part.entity(), part.attributes()));
        return everywhere ? visible : visible.uncounted();
    }

    private Part part(RuleStep step) {
        return part(step.entity(), step.id(), step.attribute());
    }

    private Part part(RuleCause cause) {
        return part(cause.entity(), cause.id(), cause.attribute());
    }

    private Part part(String entityName, Object id, @Nullable String attribute) {
        EntityModel entity = model.entity(entityName);
        return new Part(entity, id, attribute);
    }
}
