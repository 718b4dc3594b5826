package dev.quipu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads at the same work. */
public final class Together {

    private Together() {}

    /** What one of the writers does; its number counts from 0. */
    public interface Writer {
        Object write(int number) throws Exception;
    }

    /** Returns when all have ended; fails as the first of them that failed. */
    public static void write(int writers, Writer writer) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                tasks.add(() -> writer.write(number));
            }
            for (Future<Object> done : executor.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }
    }
}
