package dev.quipu.rule.engine;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.RowChanged;
import java.util.Collection;

/** Wants to know which rows changed. */
interface RowListener {

    /** Whether it wants to be told of that entity's rows within the flush; asked once. */
    boolean listensDuring(EntityModel entity);

    /** Whether it wants to be told of that entity's rows after the transaction; asked once. */
    boolean listensAfter(EntityModel entity);

    /** A flush has written the row; it may change others, and an exception rolls the transaction back. */
    void changed(RowChanged<?> change);

    /** The transaction has ended. The changes are netted, in the order in which rows first changed; it must not throw. */
    void ended(boolean committed, Collection<RowChanged<?>> changes);
}
