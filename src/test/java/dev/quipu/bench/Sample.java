package dev.quipu.bench;

/**
 * One round of one variant.
 *
 * @param clientSeconds of CPU
 * @param serverSeconds of CPU
 */
record Sample(Timings timings, double clientSeconds, double serverSeconds) {

    double clientMillis() {
        return clientSeconds * 1000 / timings.transactions();
    }

    double serverMillis() {
        return serverSeconds * 1000 / timings.transactions();
    }
}
