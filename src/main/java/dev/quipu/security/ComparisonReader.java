package dev.quipu.security;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.RowTest.Not;
import dev.quipu.security.RowTest.Own;
import dev.quipu.security.RowTest.Piece;
import dev.quipu.security.RowTest.Through;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmEnumLiteral;
import org.hibernate.query.sqm.tree.expression.SqmHqlNumericLiteral;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmNamedParameter;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.predicate.SqmBetweenPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInListPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmLikePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNegatablePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNullnessPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.jspecify.annotations.Nullable;

/** Understands a comparison of attributes with each other, with values, or with the viewer's. */
final class ComparisonReader {

    private final Model model;

    ComparisonReader(Model model) {
        this.model = model;
    }

    /** Text, or the path of an attribute. */
    private sealed interface Part {
        record Fixed(Piece piece) implements Part {}

        record Path(List<String> names) implements Part {}
    }

    /** The test; null if it is none of this kind. */
    @Nullable
    RowTest read(EntityModel entity, SqmPredicate predicate) {
        List<@Nullable Part> parts = parts(predicate);
        if (parts.isEmpty() || parts.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        RowTest test = test(entity, parts.stream().map(Objects::requireNonNull).toList());
        boolean negated = predicate instanceof SqmNegatablePredicate negatable && negatable.isNegated();
        return test == null || !negated ? test : new Not(test);
    }

    private List<@Nullable Part> parts(SqmPredicate predicate) {
        List<@Nullable Part> parts = new ArrayList<>();
        if (predicate instanceof SqmComparisonPredicate it) {
            parts.add(part(it.getLeftHandExpression()));
            parts.add(text(" " + it.getSqmOperator().sqlText() + " "));
            parts.add(part(it.getRightHandExpression()));
        } else if (predicate instanceof SqmNullnessPredicate it) {
            parts.add(part(it.getExpression()));
            parts.add(text(" is null"));
        } else if (predicate instanceof SqmBetweenPredicate it) {
            parts.add(part(it.getExpression()));
            parts.add(text(" between "));
            parts.add(part(it.getLowerBound()));
            parts.add(text(" and "));
            parts.add(part(it.getUpperBound()));
        } else if (predicate instanceof SqmLikePredicate it && it.getEscapeCharacter() == null) {
            parts.add(part(it.getMatchExpression()));
            parts.add(text(it.isCaseSensitive() ? " like " : " ilike "));
            parts.add(part(it.getPattern()));
        } else if (predicate instanceof SqmInListPredicate<?> it) {
            parts.add(part(it.getTestExpression()));
            String separator = " in (";
            for (SqmTypedNode<?> element : it.getListExpressions()) {
                parts.add(text(separator));
                parts.add(part(element));
                separator = ", ";
            }
            parts.add(text(")"));
        }
        return parts;
    }

    private static Part text(String hql) {
        return new Part.Fixed(new Piece.Text(hql));
    }

    private static @Nullable Part part(SqmTypedNode<?> node) {
        if (node instanceof SqmPath<?> path) {
            return new Part.Path(names(path));
        } else if (node instanceof SqmNamedParameter<?> parameter) {
            return new Part.Fixed(new Piece.OfViewer(GrantText.ofParameter(parameter.getName())));
        } else if (node instanceof SqmEnumLiteral<?> literal) {
            return text(literal.getEnumValue().getDeclaringClass().getCanonicalName() + "."
                    + literal.getEnumValue().name());
        } else if (node instanceof SqmHqlNumericLiteral<?> literal) {
            return text(literal.getUnparsedLiteralValue());
        } else if (node instanceof SqmLiteral<?> literal && literal.getLiteralValue() instanceof String value) {
            return text("'" + value.replace("'", "''") + "'");
        }
        return node instanceof SqmLiteral<?> literal && literal.getLiteralValue() instanceof Boolean value
                ? text(value.toString())
                : null;
    }

    private static List<String> names(SqmPath<?> path) {
        List<String> names = new ArrayList<>();
        for (SqmPath<?> step = path; step != null && !(step instanceof SqmRoot<?>); step = step.getLhs()) {
            names.add(0, step.getReferencedPathSource().getPathName());
        }
        return names;
    }

    private @Nullable RowTest test(EntityModel entity, List<Part> parts) {
        List<Piece> own = new ArrayList<>();
        for (Part part : parts) {
            Piece piece = part instanceof Part.Fixed fixed ? fixed.piece() : own(entity, (Part.Path) part);
            if (piece == null) {
                return through(entity, parts);
            }
            own.add(piece);
        }
        return new Own(own);
    }

    /** The attribute that the path names in the row itself; {@code customer.id} is one of them. */
    private @Nullable Piece own(EntityModel entity, Part.Path path) {
        List<String> names = path.names();
        AttributeModel attribute = names.isEmpty() ? null : entity.attribute(names.get(0));
        boolean alone = names.size() == 1 && attribute != null && !(attribute instanceof ToManyAttribute);
        boolean key = names.size() == 2
                && attribute instanceof ToOneAttribute reference
                && names.get(1).equals(model.entity(reference.target()).id().name());
        return alone || key ? new Piece.Attribute(Objects.requireNonNull(attribute)) : null;
    }

    /** All paths begin with the same reference. */
    private @Nullable RowTest through(EntityModel entity, List<Part> parts) {
        List<List<String>> paths = parts.stream()
                .filter(Part.Path.class::isInstance)
                .map(part -> ((Part.Path) part).names())
                .toList();
        String first = paths.get(0).isEmpty() ? "" : paths.get(0).get(0);
        boolean same =
                paths.stream().allMatch(path -> path.size() > 1 && path.get(0).equals(first));
        if (!same || !(entity.attribute(first) instanceof ToOneAttribute reference)) {
            return null;
        }
        EntityModel target = model.entity(reference.target());
        List<Part> beyond = parts.stream()
                .map(part -> part instanceof Part.Path path
                        ? new Part.Path(path.names().subList(1, path.names().size()))
                        : part)
                .toList();
        RowTest test = test(target, beyond);
        return test == null ? null : new Through(reference, target, test);
    }
}
