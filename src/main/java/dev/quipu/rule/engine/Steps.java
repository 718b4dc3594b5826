package dev.quipu.rule.engine;

import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RuleCause;
import dev.quipu.rule.RuleCauses;
import dev.quipu.rule.RuleStep;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a listener what the rules did in one run, and why. There is none where nobody listens. */
final class Steps {

    /** Rows that are told one by one; those of a bulk load are not. */
    private static final int MOST_CAUSES = 5;

    /** A child's state as a parent had counted it before an adjustment; null for not at all. */
    private record Origin(@Nullable Object @Nullable [] state) {}

    private final RulePlan plan;
    private final Rows rows;
    private final Consumer<RuleStep> listener;
    private final Map<Adjustment, Map<Row, Origin>> children = new HashMap<>();

    Steps(RulePlan plan, Rows rows, Consumer<RuleStep> listener) {
        this.plan = plan;
        this.rows = rows;
        this.listener = listener;
    }

    /** A child is about to be part of an adjustment of its parent. */
    void causes(Adjustment adjustment, Row child) {
        children.computeIfAbsent(adjustment, a -> new LinkedHashMap<>())
                .putIfAbsent(child, new Origin(child.counted()));
    }

    /** A sum, a count or an extreme has changed. */
    void adjusted(Row row, AggregateRule rule, @Nullable Object before, Adjustment adjustment) {
        BitSet reads = reads(rule);
        Stream<List<RuleCause>> causes = children.getOrDefault(adjustment, Map.of()).entrySet().stream()
                .map(child -> new Change(
                        child.getKey().entity,
                        child.getKey().id,
                        child.getValue().state(),
                        child.getKey().counted()))
                .map(change -> change.causes(reads));
        tell(row, rule.name(), rule.target(), before, causes);
    }

    /** Differences have been added to a row that nobody had read. */
    void adjustedUnseen(Row row, Map<AggregateRule, Adjustment> adjustments) {
        @Nullable Object[] before = row.before();
        @Nullable Object[] now = row.now();
        if (before == null || now == null) {
            return; // it is missing, which is refused next
        }
        adjustments.forEach((rule, adjustment) -> {
            int position = rule.target().position();
            if (!Values.same(before[position], now[position])) {
                adjusted(row, rule, before[position], adjustment);
            }
        });
    }

    /** An expression or a copy has another value. */
    void computed(Row row, LocalRule rule, @Nullable Object before) {
        Map<Row, BitSet> read = new LinkedHashMap<>();
        rule.expression().reads().forEach(path -> follow(row, path, read));
        Stream<List<RuleCause>> causes = read.entrySet().stream()
                .map(source -> Change.of(source.getKey()).causes(source.getValue()));
        tell(row, rule.name(), rule.target(), before, causes);
    }

    /** Notes which attributes of which rows a path reads; where it was turned to another parent, that is all there is to say. */
    private void follow(Row reader, PropertyPath path, Map<Row, BitSet> read) {
        Row row = reader;
        for (Reference reference : path.references()) {
            read.computeIfAbsent(row, r -> new BitSet()).set(reference.position());
            @Nullable Object[] before = row.before();
            @Nullable Object[] now = row.now();
            if (before == null
                    || now == null
                    || !Values.same(before[reference.position()], now[reference.position()])) {
                return;
            }
            Object parent = now[reference.position()];
            if (parent == null) {
                return;
            }
            row = rows.get(plan.entity(reference.target()), parent);
        }
        read.computeIfAbsent(row, r -> new BitSet()).set(path.position());
    }

    private void tell(
            Row row, String rule, BasicAttribute target, @Nullable Object before, Stream<List<RuleCause>> causesByRow) {
        List<List<RuleCause>> causes =
                causesByRow.filter(ofRow -> !ofRow.isEmpty()).toList();
        listener.accept(new RuleStep(
                rule,
                row.entity.name(),
                row.id,
                target.name(),
                before,
                Objects.requireNonNull(row.now())[target.position()],
                target.hidden(),
                new RuleCauses(
                        causes.stream().limit(MOST_CAUSES).flatMap(List::stream).toList(),
                        Math.max(0, causes.size() - MOST_CAUSES))));
    }

    private static BitSet reads(AggregateRule rule) {
        BitSet reads = new BitSet();
        reads.set(rule.reference().position());
        if (rule.value() != null) {
            reads.set(rule.value().position());
        }
        if (rule.where() != null) {
            rule.where().reads().forEach(path -> reads.set(path.position()));
        }
        return reads;
    }

    /** The step of an invariant that was judged. */
    static RuleStep judged(InvariantRule invariant, Change change, boolean holds) {
        BitSet reads = new BitSet();
        invariant.condition().reads().forEach(path -> reads.set(path.position()));
        return new RuleStep(
                invariant.qualifiedName(),
                change.entity().name(),
                change.id(),
                null,
                null,
                holds,
                false,
                new RuleCauses(change.causes(reads), 0));
    }
}
