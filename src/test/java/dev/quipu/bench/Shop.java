package dev.quipu.bench;

import java.util.List;
import org.hibernate.Session;

/** Application code under measurement. */
public interface Shop {

    /** Saves those orders, within the session's transaction. */
    void place(Session session, List<Purchase> purchases);

    /** Its entities. */
    List<Class<?>> entities();
}
