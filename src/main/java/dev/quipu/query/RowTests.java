package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.RowTest;
import dev.quipu.security.RowTest.All;
import dev.quipu.security.RowTest.Any;
import dev.quipu.security.RowTest.Not;
import dev.quipu.security.RowTest.Own;
import dev.quipu.security.RowTest.Piece;
import dev.quipu.security.RowTest.Through;
import dev.quipu.security.RowTest.Whole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the predicate of a grant's test, for the row under an alias. As in filters, negations are carried down and references are EXISTS. */
final class RowTests {

    private final Statement statement;

    RowTests(Statement statement) {
        this.statement = statement;
    }

    Predicate predicate(RowTest test, String alias) {
        return predicate(test, alias, false);
    }

    private Predicate predicate(RowTest test, String alias, boolean negated) {
        if (test instanceof All all) {
            return combined(all.parts(), alias, negated, !negated);
        }
        if (test instanceof Any any) {
            return combined(any.parts(), alias, negated, negated);
        }
        if (test instanceof Not not) {
            return predicate(not.part(), alias, !negated);
        }
        if (test instanceof Through through) {
            String target = statement.name();
            String source = alias + "." + through.reference().name() + " " + target;
            return exists(source, predicate(through.test(), target, negated).text());
        }
        if (test instanceof Whole whole) {
            return whole(whole, alias);
        }
        String text = text(((Own) test).pieces(), alias);
        return text == null ? Predicate.FALSE : Predicate.one(text, negated);
    }

    private Predicate combined(List<RowTest> parts, String alias, boolean negated, boolean all) {
        List<Predicate> predicates =
                parts.stream().map(part -> predicate(part, alias, negated)).toList();
        return all ? Predicate.all(predicates) : Predicate.any(predicates);
    }

    /** The whole predicate of a grant is never negated. */
    private Predicate whole(Whole whole, String alias) {
        String same = statement.name();
        String id = "." + whole.entity().id().name();
        String text = text(whole.pieces(), same);
        return text == null
                ? Predicate.FALSE
                : exists(whole.entity().name() + " " + same, same + id + " = " + alias + id + " and (" + text + ")");
    }

    private static Predicate exists(String source, String where) {
        return Predicate.one("exists (select 1 from " + source + " where " + where + ")");
    }

    /** Null if it asks something of the viewer that there is not: that is unknown, and so is its negation. */
    private @Nullable String text(List<Piece> pieces, String alias) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text fixed) {
                text.append(fixed.hql());
            } else if (piece instanceof Piece.Row) {
                text.append(alias);
            } else if (piece instanceof Piece.Attribute own) {
                text.append(path(own.attribute(), alias));
            } else {
                Object value =
                        ((Piece.OfViewer) piece).value().of(statement.access().viewer());
                if (value == null) {
                    return null;
                }
                text.append(statement.bind(value));
            }
        }
        return text.toString();
    }

    private static String path(AttributeModel attribute, String alias) {
        String path = alias + "." + attribute.name();
        return attribute instanceof ToOneAttribute ? "fk(" + path + ")" : path;
    }
}
