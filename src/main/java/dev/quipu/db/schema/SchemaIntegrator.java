package dev.quipu.db.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/**
 * Keeps what Hibernate knows of the tables. Its own {@code SchemaManager} takes a connection of its own, and makes enum types in the
 * schema in use, whichever it is told; the statements themselves can be run in any.
 */
public final class SchemaIntegrator implements Integrator {

    private static final Map<SessionFactory, Metadata> MAPPINGS = new ConcurrentHashMap<>();

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        MAPPINGS.put(sessionFactory, metadata);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        MAPPINGS.remove(sessionFactory);
    }

    /** The statements that make the schema of the entities, names without a schema. */
    static List<String> statements(SessionFactory sessionFactory) {
        SessionFactoryImplementor factory = sessionFactory.unwrap(SessionFactoryImplementor.class);
        return new SchemaCreatorImpl(factory.getServiceRegistry())
                .generateCreationCommands(Objects.requireNonNull(MAPPINGS.get(factory)), false);
    }
}
