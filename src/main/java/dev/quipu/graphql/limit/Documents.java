package dev.quipu.graphql.limit;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses documents and refuses those that would be dear to validate or to answer. What was accepted is remembered, so a document
 * that comes again costs a look-up.
 *
 * <pre>{@code documents.accepted("{ orders { totalCount } }")}</pre>
 */
@Singleton
public class Documents {

    private static final int REMEMBERED_MAX = 1000;
    private static final int REMEMBERED_LENGTH_MAX = 10_000;

    private final Limits limits;
    private final InputBounds bounds;
    private final ParserOptions options;
    private final Map<String, AcceptedDocument> accepted =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AcceptedDocument> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            });

    Documents(Limits limits, InputBounds bounds) {
        this.limits = limits;
        this.bounds = bounds;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(limits.tokens()));
    }

    /**
     * The document that the text denotes.
     *
     * @throws InvalidSyntaxException if it denotes none, or has too many tokens
     * @throws TooMuchException if it is too large otherwise
     * @throws dev.quipu.query.RefusedInputException if it has a value that nothing can hold
     */
    public AcceptedDocument accepted(String text) {
        AcceptedDocument known = accepted.get(text);
        if (known != null) {
            return known;
        }
        AcceptedDocument document = measured(text);
        if (text.length() <= REMEMBERED_LENGTH_MAX) {
            accepted.put(text, document);
        }
        return document;
    }

    private AcceptedDocument measured(String text) {
        NumberTokens.check(text, bounds);
        Document document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(options)
                        .build());
        new DocumentValues(limits, bounds).check(document);
        DocumentShape.check(document, limits);
        boolean introspects = false;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            introspects |= OperationWidth.check(operation, document, limits);
        }
        return new AcceptedDocument(document, introspects);
    }
}
