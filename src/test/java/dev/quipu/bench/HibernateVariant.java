package dev.quipu.bench;

import dev.quipu.change.BypassGuard;
import dev.quipu.rule.engine.RulesIntegrator;
import dev.quipu.rule.engine.history.EnhancingLoader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.Configuration;

/** A shop on Hibernate, with the settings of the application. */
final class HibernateVariant implements Variant {

    private static final String SHOPS = "dev.quipu.bench.model";

    private final String name;
    private final String schema;
    private final boolean derives;
    private final Shop shop;
    private final SessionFactory sessionFactory;
    private final AtomicLong seeds = new AtomicLong(1);

    HibernateVariant(BenchServer server, String name, String shop, boolean ruled, boolean derives) {
        this.name = name;
        this.schema = "bench_" + shop.toLowerCase(Locale.ROOT);
        this.derives = derives;
        server.make(schema, "tables.sql");
        ClassLoader loader = new EnhancingLoader(SHOPS);
        this.shop = shop(loader, SHOPS + "." + shop);
        this.sessionFactory = sessionFactory(server, loader, ruled);
    }

    private static Shop shop(ClassLoader loader, String name) {
        try {
            return (Shop) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionFactory sessionFactory(BenchServer server, ClassLoader loader, boolean ruled) {
        var services = new ClassLoaderServiceImpl(loader) {
            @Override
            public <S> Collection<S> loadJavaServices(Class<S> contract) {
                List<S> found = new ArrayList<>(super.loadJavaServices(contract));
                // without it, Hibernate is as it is without Quipu
                found.removeIf(service -> !ruled && service instanceof RulesIntegrator);
                return found;
            }
        };
        Configuration configuration = new Configuration(new BootstrapServiceRegistryBuilder()
                        .applyClassLoaderService(services)
                        .build())
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty("jakarta.persistence.jdbc.url", server.url(schema))
                .setProperty("jakarta.persistence.jdbc.user", server.user())
                .setProperty("jakarta.persistence.jdbc.password", server.password())
                .setProperty("hibernate.connection.pool_size", "100")
                .setProperty("hibernate.jdbc.batch_size", "50");
        if (ruled) {
            configuration.setProperty("hibernate.session_factory.statement_inspector", BypassGuard.class.getName());
        }
        shop.entities().forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public boolean derives() {
        return derives;
    }

    @Override
    public void placeAll(List<Purchase> purchases) {
        sessionFactory.inTransaction(session -> shop.place(session, purchases));
    }

    @Override
    public Timings place(int customers, int clients, Duration duration) {
        AtomicLong retries = new AtomicLong();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> placeUntil(end, customers, new Random(seeds.getAndIncrement()), retries));
        }
        List<Long> nanos = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(clients);
        try {
            for (Future<List<Long>> done : executor.invokeAll(work)) {
                nanos.addAll(done.get());
            }
        } catch (Exception e) {
            throw new IllegalStateException(name + " failed", e);
        } finally {
            executor.shutdown();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray(), nanos.size() / seconds, retries.get());
    }

    private List<Long> placeUntil(long end, int customers, Random random, AtomicLong retries) {
        List<Long> nanos = new ArrayList<>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            List<Purchase> purchase = List.of(Purchase.random(random, customers, 3));
            while (!placed(purchase)) {
                retries.incrementAndGet();
            }
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private boolean placed(List<Purchase> purchase) {
        try {
            placeAll(purchase);
            return true;
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("40")) {
                    return false;
                }
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        sessionFactory.close();
    }
}
