package dev.quipu.expr;

import java.util.List;
import java.util.Random;

/** Writes random expressions over {@link Sample}. */
record RandomExpression(Random random) {

    String number(int depth) {
        if (depth == 0) {
            return pick("whole", "big", "price", "rate", "0", "1", "7", "1.5", "2.25", "1000000", "whole", "price");
        }
        // PostgreSQL evaluates what is constant beforehand, also where it would never be reached
        String a = depth == 1 ? pick("whole", "big", "price", "rate") : number(depth - 1);
        String b = number(depth - 1);
        return switch (random.nextInt(13)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3, 4 -> "(" + a + " * " + b + ")";
            case 5 -> "(" + a + " / " + b + ")";
            case 6 -> "coalesce(" + a + ", " + b + ")";
            case 7 -> "case when " + predicate(depth - 1) + " then " + a + " else " + b + " end";
            case 8 -> "abs(" + a + ")";
            case 9 ->
                "round(" + pick("price", "rate", "(price * rate)", "(rate / price)") + ", " + random.nextInt(4) + ")";
            case 10 -> pick("greatest(", "least(") + a + ", " + b + ")";
            case 11 -> "nullif(" + a + ", " + b + ")";
            default -> pick("floor(", "ceiling(") + pick("price", "rate", "(price * rate)") + ")";
        };
    }

    String predicate(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String a = predicate(depth - 1);
            String b = predicate(depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> "(" + a + " and " + b + ")";
                case 1 -> "(" + a + " or " + b + ")";
                default -> "not (" + a + ")";
            };
        }
        return switch (random.nextInt(13)) {
            case 0, 1 -> number(depth) + comparison() + number(depth);
            case 2 -> pick("whole", "price", "name", "day", "kind", "flag") + pick(" is null", " is not null");
            case 3 -> "whole" + pick(" in ", " not in ") + "(1, 2, " + random.nextInt(50) + ")";
            case 4 -> "price" + pick(" between ", " not between ") + number(0) + " and " + number(0);
            case 5 -> "name" + pick(" like ", " not like ") + pick("'a%'", "'%b%'", "'_b'", "'A%'");
            case 6 -> "kind" + pick(" = ", " <> ") + pick("'NEW'", "'OLD'");
            case 7 -> "flag" + pick("", " = true", " is true", " is not true", " is false");
            case 8 -> "day" + comparison() + pick("date 2024-02-29", "day", "date 2026-01-01");
            case 9 -> "name" + pick(" = ", " <> ") + pick("'ab'", "lower(name)", "upper(name)", "name || ''");
            case 10 -> "length(name)" + comparison() + "2";
            case 11 -> "name in ('ab', 'AB', 'b')";
            default -> "ratio" + comparison() + pick("0", "1", "ratio", "price");
        };
    }

    private String comparison() {
        return pick(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String pick(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
