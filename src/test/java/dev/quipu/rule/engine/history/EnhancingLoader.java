package dev.quipu.rule.engine.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.bytebuddy.BytecodeProviderImpl;

/** Loads the classes of a package as Quarkus' build makes them: enhanced by Hibernate, tracking their own changes. */
public final class EnhancingLoader extends ClassLoader {

    private final String prefix;
    private final Enhancer enhancer = new BytecodeProviderImpl().getEnhancer(new DefaultEnhancementContext() {
        @Override
        public boolean doBiDirectionalAssociationManagement(UnloadedField field) {
            return false;
        }
    });

    public EnhancingLoader(String packageName) {
        super(EnhancingLoader.class.getClassLoader());
        this.prefix = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] plain = stream.readAllBytes();
            byte[] enhanced = enhancer.enhance(name, plain);
            byte[] code = enhanced == null ? plain : enhanced;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
