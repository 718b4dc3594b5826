package dev.quipu.security;

import dev.quipu.security.RowTest.Piece;
import dev.quipu.security.RowTest.ViewerValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds {@code viewer.id}, and {@code this} for the row, in the HQL of a grant; what stands in quotes is text. */
final class GrantText {

    private static final String PARAMETER = "viewer_";
    private static final Pattern REFERENCE =
            Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])(?:(?<this>this)\\b|viewer\\.(?<value>\\w+))");

    private GrantText() {}

    /**
     * The text in pieces.
     *
     * @throws IllegalArgumentException if there is no such thing about a viewer
     */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = REFERENCE.matcher(text);
        int end = 0;
        while (found.find()) {
            boolean row = found.group("this") != null;
            if (row || found.group("value") != null) {
                pieces.add(new Piece.Text(text.substring(end, found.start())));
                pieces.add(row ? new Piece.Row() : new Piece.OfViewer(named(found.group("value"))));
                end = found.end();
            }
        }
        pieces.add(new Piece.Text(text.substring(end)));
        return pieces;
    }

    /** The text as Hibernate can parse it: with the row under that alias, and parameters for what is the viewer's. */
    static String parseable(List<Piece> pieces, String alias) {
        return pieces.stream()
                .map(piece -> piece instanceof Piece.OfViewer viewers
                        ? ":" + PARAMETER + viewers.value().attribute()
                        : piece instanceof Piece.Text text ? text.hql() : alias)
                .collect(Collectors.joining());
    }

    /** What a parameter of that name stands for. */
    static ViewerValue ofParameter(String name) {
        return named(name.substring(PARAMETER.length()));
    }

    private static ViewerValue named(String attribute) {
        return Stream.of(ViewerValue.values())
                .filter(value -> value.attribute().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a viewer has no \"" + attribute + "\" (there are "
                        + Stream.of(ViewerValue.values())
                                .map(ViewerValue::attribute)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }
}
