package dev.quipu.rule;

import java.lang.annotation.Annotation;

/** Says a rule in words: {@code "sum of orders.amountTotal where shippedOn is null"}. */
public final class RuleSentence {

    private RuleSentence() {}

    /** The sentence of one of this package's annotations, without a full stop. */
    public static String of(Annotation rule) {
        if (rule instanceof SumOf sum) {
            return aggregate("sum", sum.value(), sum.where());
        } else if (rule instanceof CountOf count) {
            return aggregate("count", count.value(), count.where());
        } else if (rule instanceof MinOf min) {
            return aggregate("min", min.value(), min.where());
        } else if (rule instanceof MaxOf max) {
            return aggregate("max", max.value(), max.where());
        } else if (rule instanceof AverageOf average) {
            return aggregate("average", average.value(), average.where());
        } else if (rule instanceof Computed computed) {
            return "computed: " + computed.value();
        } else if (rule instanceof CopyOf copy) {
            String reference =
                    copy.value().substring(0, Math.max(0, copy.value().indexOf('.')));
            return "copy of " + copy.value() + ", taken at insert and when " + reference + " changes";
        }
        return rule.annotationType().getSimpleName();
    }

    private static String aggregate(String kind, String value, String where) {
        return kind + " of " + value + (where.isEmpty() ? "" : " where " + where);
    }
}
