package dev.quipu.testing;

import dev.quipu.change.BypassGuard;
import dev.quipu.change.Settlement;
import dev.quipu.start.SharedPostgresql;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/**
 * Entities of a test with their rules, in a schema of their own, under plain Hibernate.
 *
 * <pre>{@code
 * try (RuledDatabase database = RuledDatabase.of(Department.class)) {
 *     database.transact(session -> session.persist(new Department()));
 * }
 * }</pre>
 */
public final class RuledDatabase implements AutoCloseable {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final SessionFactory sessionFactory;

    private RuledDatabase(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** Makes the tables of those entities and starts their rules. */
    public static RuledDatabase of(Class<?>... entities) {
        return of(Map.of(), entities);
    }

    /** The same with other settings of Hibernate than the usual ones. */
    public static RuledDatabase of(Map<String, String> settings, Class<?>... entities) {
        String schema = "test" + SCHEMAS.incrementAndGet();
        try (var connection = DriverManager.getConnection(SharedPostgresql.url(), "postgres", null)) {
            connection.createStatement().execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        BootstrapServiceRegistry registry = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(entities[0].getClassLoader())
                .build();
        Configuration configuration = new Configuration(registry)
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty("jakarta.persistence.jdbc.url", SharedPostgresql.url() + "?currentSchema=" + schema)
                .setProperty("jakarta.persistence.jdbc.user", "postgres")
                .setProperty("hibernate.connection.pool_size", "20")
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                .setProperty("hibernate.session_factory.statement_inspector", BypassGuard.class.getName())
                .setProperty("hibernate.hbm2ddl.auto", "create");
        settings.forEach(configuration::setProperty);
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return new RuledDatabase(configuration.buildSessionFactory());
    }

    public SessionFactory sessionFactory() {
        return sessionFactory;
    }

    /** Does that work in a transaction of its own, and settles it before the commit. */
    public void transact(Consumer<Session> work) {
        sessionFactory.inTransaction(session -> {
            work.accept(session);
            Settlement.settle(session);
        });
    }

    /** What a transaction of its own finds. */
    public <T> T read(Function<Session, T> query) {
        return sessionFactory.fromTransaction(query);
    }

    @Override
    public void close() {
        sessionFactory.close();
    }
}
