package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;

/** One part of a row's answer. */
public sealed interface Output {

    /** Under which key the answer has it. */
    String key();

    /** The value of an attribute. */
    record Attribute(String key, BasicAttribute attribute) implements Output {}

    /** The id of the entity that a reference points to. */
    record ForeignKey(String key, ToOneAttribute reference) implements Output {}

    /** The opaque id of the row itself; see {@link NodeId}. */
    record GlobalId(String key) implements Output {}

    /** A place for what code computes of the row: an empty text. */
    record Code(String key, String field) implements Output {}

    /** A text that is the same for every row, as the name of the type is. */
    record Constant(String key, String text) implements Output {}

    /** The entity that a reference points to, or null. */
    record Reference(String key, ToOneAttribute reference, Selection target) implements Output {}

    /** A page of the entities that refer to this one; {@code element} is theirs. */
    record Collection(String key, ToManyAttribute collection, EntityModel element, Page page) implements Output {}
}
