package dev.quipu.bench.api;

/**
 * One round of one workload on one server.
 *
 * @param serverSeconds of CPU, as are those of PostgreSQL
 * @param seconds how long it took
 */
record Sample(Wrk.Run run, double serverSeconds, double databaseSeconds, double seconds) {

    double serverMillis() {
        return serverSeconds * 1000 / (run.perSecond() * seconds);
    }

    double databaseMillis() {
        return databaseSeconds * 1000 / (run.perSecond() * seconds);
    }
}
