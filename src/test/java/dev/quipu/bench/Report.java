package dev.quipu.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures as Markdown. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    Report(String settings, int clients, int rounds, Duration round) {
        text.append(
                "# Rules\n\n%d clients, median of %d rounds of %d s, variants in turn; %d processors, JDK %s; PostgreSQL: %s\n"
                        .formatted(
                                clients,
                                rounds,
                                round.toSeconds(),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                settings));
        if (!TriggerVariant.canPlace()) {
            text.append("\nNo pgbench on the path: the triggers are measured in bulk only.\n");
        }
    }

    void placing(String title, Map<String, List<Sample>> samples) {
        text.append("\n## %s\n\n".formatted(title));
        text.append(
                "| | tx/s | (min–max) | of plain | of by hand | p50 ms | p99 ms | client CPU ms/tx | PostgreSQL CPU ms/tx"
                        + " | retries |\n|---|---|---|---|---|---|---|---|---|---|\n");
        samples.forEach(
                (name, rounds) -> text.append("| %s | %.0f | %.0f–%.0f | %s | %s | %.2f | %.2f | %s | %s | %d |%n"
                        .formatted(
                                name,
                                median(rounds, Report::perSecond),
                                rounds.stream()
                                        .mapToDouble(Report::perSecond)
                                        .min()
                                        .orElseThrow(),
                                rounds.stream()
                                        .mapToDouble(Report::perSecond)
                                        .max()
                                        .orElseThrow(),
                                ratio(samples, name, "plain", Report::perSecond),
                                ratio(samples, name, "by hand", Report::perSecond),
                                median(rounds, sample -> sample.timings().quantileMillis(0.5)),
                                median(rounds, sample -> sample.timings().quantileMillis(0.99)),
                                number(median(rounds, Sample::clientMillis)),
                                number(median(rounds, Sample::serverMillis)),
                                rounds.stream()
                                        .mapToLong(sample -> sample.timings().retries())
                                        .sum())));
    }

    void bulk(String title, Map<String, List<Sample>> samples) {
        text.append("\n## %s\n\n".formatted(title));
        text.append(
                "| | wall ms | speed of plain | speed of triggers | client CPU ms | PostgreSQL CPU ms |\n|---|---|---|---|---|---|\n");
        samples.forEach((name, rounds) -> text.append("| %s | %.0f | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        median(rounds, sample -> sample.timings().quantileMillis(0.5)),
                        ratio(samples, name, "plain", Report::perSecond),
                        ratio(samples, name, "triggers", Report::perSecond),
                        number(median(rounds, Sample::clientMillis)),
                        number(median(rounds, Sample::serverMillis)))));
    }

    void exact(Map<Variant, Long> orders) {
        text.append("\nOrders found, every one of them, and no derived value wrong: %s\n"
                .formatted(orders.entrySet().stream()
                        .map(entry -> entry.getKey().name() + " " + entry.getValue()
                                + (entry.getKey().derives() ? "" : " (derives nothing)"))
                        .collect(Collectors.joining(", "))));
    }

    private static double perSecond(Sample sample) {
        return sample.timings().perSecond();
    }

    private static String ratio(
            Map<String, List<Sample>> samples, String name, String base, ToDoubleFunction<Sample> figure) {
        List<Sample> own = samples.get(name);
        List<Sample> others = samples.get(base);
        return others == null
                ? "–"
                : number(median(IntStream.range(0, own.size())
                        .mapToDouble(i -> figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(others.get(i)))
                        .toArray()));
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : "%.2f".formatted(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
