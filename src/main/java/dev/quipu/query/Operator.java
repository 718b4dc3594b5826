package dev.quipu.query;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a filter compares a value. Each operator is written by its family's class.
 *
 * <p>Operands: one value of the attribute's type, unless the list says otherwise.
 */
public enum Operator {
    EQ("eq", Equality::equal),
    NEQ("neq", Equality::different),
    /** A list of values. */
    IN("in", Membership::among),
    /** A list of values. */
    NOT_IN("notIn", Membership::notAmong),
    GT("gt", Magnitude::greater),
    GTE("gte", Magnitude::greaterOrEqual),
    LT("lt", Magnitude::less),
    LTE("lte", Magnitude::lessOrEqual),
    /** A {@link Between}. */
    BETWEEN("between", Magnitude::between),
    /** A {@link Between}. */
    NOT_BETWEEN("notBetween", Magnitude::notBetween),
    CONTAINS("contains", TextMatching::contains),
    STARTS_WITH("startsWith", TextMatching::startsWith),
    ENDS_WITH("endsWith", TextMatching::endsWith),
    I_EQ("iEq", TextMatching::equalInAnyCase),
    I_CONTAINS("iContains", TextMatching::containsInAnyCase),
    I_STARTS_WITH("iStartsWith", TextMatching::startsInAnyCase),
    I_ENDS_WITH("iEndsWith", TextMatching::endsInAnyCase),
    LIKE("like", TextMatching::like),
    NOT_LIKE("notLike", TextMatching::notLike),
    I_LIKE("iLike", TextMatching::likeInAnyCase),
    NOT_I_LIKE("notILike", TextMatching::notLikeInAnyCase),
    /** Any JSON value, as String, Number, Boolean, List or Map. */
    JSON_CONTAINS("contains", JsonMatching::contains),
    /** Any JSON value. */
    JSON_CONTAINED_BY("containedBy", JsonMatching::containedBy),
    /** A key. */
    JSON_HAS_KEY("hasKey", JsonMatching::hasKey),
    /** A list of keys. */
    JSON_HAS_ANY_KEYS("hasAnyKeys", JsonMatching::hasAnyKeys),
    /** A list of keys. */
    JSON_HAS_ALL_KEYS("hasAllKeys", JsonMatching::hasAllKeys),
    /** An SQL/JSON path predicate. */
    JSON_PATH_MATCH("pathMatch", JsonMatching::pathMatch),
    /** A Boolean: whether there is no value. */
    IS_NULL("isNull", Nullness::isNull);

    private static final Map<String, Operator> OF_JSON = byName(true);
    private static final Map<String, Operator> OF_OTHERS = byName(false);

    private final String symbol;
    private final Function<Comparand, String> predicate;

    Operator(String symbol, Function<Comparand, String> predicate) {
        this.symbol = symbol;
        this.predicate = predicate;
    }

    /** The operator that filters of such values call by this name. */
    public static Operator named(String name, ValueKind kind) {
        Operator operator = (kind == ValueKind.JSON ? OF_JSON : OF_OTHERS).get(name);
        if (operator == null) {
            throw new IllegalArgumentException(kind + " has no operator " + name);
        }
        return operator;
    }

    /** The HQL predicate. */
    String predicate(Comparand comparand) {
        return predicate.apply(comparand);
    }

    private static Map<String, Operator> byName(boolean json) {
        return Stream.of(values())
                .filter(operator -> operator == IS_NULL || operator.name().startsWith("JSON_") == json)
                .collect(Collectors.toUnmodifiableMap(operator -> operator.symbol, Function.identity()));
    }
}
