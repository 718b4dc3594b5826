package dev.quipu.graphql.limit;

/** Finds the numbers and names of a document before a parser makes values of them. */
final class BoundedTokens {

    private static final String BLOCK = "\"\"\"";

    private final String text;
    private final InputBounds bounds;
    private int at;

    private BoundedTokens(String text, InputBounds bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** Refuses a document with a number or a name that is out of bounds. */
    static void check(String document, InputBounds bounds) {
        new BoundedTokens(document, bounds).check();
    }

    private void check() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '#') {
                at = after("\n", at);
            } else if (text.startsWith(BLOCK, at)) {
                skipBlock();
            } else if (character == '"') {
                skipString();
            } else if (isDigit(character)) {
                int start = at;
                skipWord();
                bounds.requireNumber(text.substring(start, at));
            } else if (isWord(character)) {
                int start = at;
                skipWord();
                bounds.requireName(text.substring(start, at));
            } else {
                at++;
            }
        }
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipBlock() {
        at = after(BLOCK, at + BLOCK.length());
        while (at < text.length() && text.charAt(at - BLOCK.length() - 1) == '\\') {
            at = after(BLOCK, at);
        }
    }

    /** A name, or a number with all that may belong to it. */
    private void skipWord() {
        boolean number = isDigit(text.charAt(at));
        while (at < text.length()
                && (isWord(text.charAt(at)) || (number && (text.charAt(at) == '.' || isExponentSign())))) {
            at++;
        }
    }

    private boolean isExponentSign() {
        char sign = text.charAt(at);
        char before = text.charAt(at - 1);
        return (sign == '+' || sign == '-') && (before == 'e' || before == 'E');
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWord(char character) {
        return isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_';
    }
}
