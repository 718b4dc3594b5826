package dev.quipu.bench.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The load generator <a href="https://github.com/wg/wrk">wrk</a>, which must be on the path. */
final class Wrk {

    /**
     * One run.
     *
     * @param failed answers that were no 2xx, and broken connections
     */
    record Run(double perSecond, double p50Millis, double p99Millis, long failed) {}

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern FAILED = Pattern.compile(
            "Non-2xx or 3xx responses: (\\d+)|Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final Path folder;
    private final int connections;
    private int seed;

    Wrk(Path folder, int connections) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.connections = connections;
    }

    /** Sends a workload's request again and again, with new random parameters each time. */
    Run run(Contender contender, Workload workload, int seconds) throws IOException, InterruptedException {
        return run(contender, workload, Map.of(), seconds);
    }

    /** The same with more headers. */
    Run run(Contender contender, Workload workload, Map<String, String> headers, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("request.lua"), script(contender.body().apply(workload), workload.largest, headers));
        String[] command = {
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "--timeout",
            "30s",
            "--latency",
            "-s",
            script.toString(),
            contender.address().apply(workload).toString(),
            "--",
            String.valueOf(++seed)
        };
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return new Run(
                Double.parseDouble(find(RATE, output)), percentile(50, output), percentile(99, output), failed(output));
    }

    private static String script(String body, Map<String, Integer> parameters, Map<String, String> headers) {
        String largest = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                .collect(Collectors.joining(", "));
        String more = headers.entrySet().stream()
                .map(header -> "wrk.headers[\"" + header.getKey() + "\"] = \"" + header.getValue() + "\"")
                .collect(Collectors.joining("\n"));
        return """
                local body = [==[%s]==]
                local largest = {%s}
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                %s
                function init(arguments) math.randomseed(tonumber(arguments[1])) end
                function request()
                    return wrk.format(nil, nil, nil, (body:gsub("<(%%w+)>", function(name)
                        return largest[name] and math.random(largest[name])
                    end)))
                end
                """.formatted(body, largest, more);
    }

    private static double percentile(int percent, String output) {
        Matcher line =
                Pattern.compile("\\s" + percent + "%\\s+([\\d.]+)(us|ms|s)\\b").matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("wrk says no " + percent + " %: " + output);
        }
        double value = Double.parseDouble(line.group(1));
        return switch (line.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    private static long failed(String output) {
        Matcher failures = FAILED.matcher(output);
        long failed = 0;
        while (failures.find()) {
            for (int i = 1; i <= failures.groupCount(); i++) {
                failed += failures.group(i) == null ? 0 : Long.parseLong(failures.group(i));
            }
        }
        return failed;
    }

    private static String find(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("wrk says something else: " + output);
        }
        return found.group(1);
    }
}
