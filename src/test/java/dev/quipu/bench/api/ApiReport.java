package dev.quipu.bench.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The figures as Markdown. */
final class ApiReport {

    private final StringBuilder text = new StringBuilder();

    ApiReport(String settings, int connections, int rounds, int seconds) {
        text.append("""
                # API

                wrk, %d connections, median of %d rounds of %d s, the floor in turn; %d processors, JDK %s; PostgreSQL: %s

                | | | requests/s | of floor | p50 ms | p99 ms | server CPU ms | of floor's | PostgreSQL CPU ms | of floor's | failed |
                |---|---|---|---|---|---|---|---|---|---|---|
                """.formatted(
                        connections,
                        rounds,
                        seconds,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        settings));
    }

    void add(Workload workload, List<Sample> quipu, List<Sample> floor) {
        row(workload.name(), workload.title, quipu, floor);
        row("", "floor", floor, floor);
    }

    private void row(String name, String title, List<Sample> own, List<Sample> floor) {
        text.append("| %s | %s | %.0f | %.2f | %.2f | %.2f | %.3f | %.2f | %.3f | %.2f | %d |%n"
                .formatted(
                        name,
                        title,
                        median(own, sample -> sample.run().perSecond()),
                        ratio(own, floor, sample -> sample.run().perSecond()),
                        median(own, sample -> sample.run().p50Millis()),
                        median(own, sample -> sample.run().p99Millis()),
                        median(own, Sample::serverMillis),
                        ratio(own, floor, Sample::serverMillis),
                        median(own, Sample::databaseMillis),
                        ratio(own, floor, Sample::databaseMillis),
                        own.stream().mapToLong(sample -> sample.run().failed()).sum()));
    }

    /** The median of the rounds' ratios, since a busy machine hits both sides of a round. */
    private static double ratio(List<Sample> own, List<Sample> floor, ToDoubleFunction<Sample> figure) {
        return median(IntStream.range(0, own.size())
                .mapToDouble(i -> figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(floor.get(i)))
                .toArray());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return median(samples.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    void verified(String quipu, String floor) {
        text.append(
                "\nAfterwards, derived values by `rules verify`:\n\n    Quipu exits with %s\n    the floor with %s\n"
                        .formatted(quipu.strip(), floor.strip()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
