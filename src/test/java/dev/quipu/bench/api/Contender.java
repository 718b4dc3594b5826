package dev.quipu.bench.api;

import java.net.URI;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * A server that is measured.
 *
 * @param body of a request, with {@code <parameters>}
 * @param cpuSeconds CPU time of its processes so far
 */
record Contender(Function<Workload, URI> address, Function<Workload, String> body, DoubleSupplier cpuSeconds) {}
