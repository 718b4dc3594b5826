package dev.quipu.query;

import dev.quipu.model.EntityModel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A row's id among the rows of all entities, opaque to clients.
 *
 * @param entity the entity's name
 * @param id the row's id as text
 */
public record NodeId(String entity, String id) {

    private static final char SEPARATOR = ':';

    /** What precedes the id before it is made opaque. */
    static String prefix(EntityModel entity) {
        return entity.name() + SEPARATOR;
    }

    /**
     * Reads what the API gave out as nodeId.
     *
     * @throws RefusedInputException if it is none
     */
    public static NodeId parse(String text) {
        try {
            String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = plain.indexOf(SEPARATOR);
            return new NodeId(plain.substring(0, separator), plain.substring(separator + 1));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new RefusedInputException("nodeId \"" + text + "\" was not given out by this API; query one.", e);
        }
    }

    /** The opaque text. */
    public String encode() {
        return Base64.getEncoder().encodeToString((entity + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }
}
