package dev.quipu.graphql.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import jakarta.inject.Singleton;

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
    private final Cache<String, AcceptedDocument> accepted =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

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
        AcceptedDocument known = accepted.getIfPresent(text);
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
        BoundedTokens.check(text, bounds);
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
