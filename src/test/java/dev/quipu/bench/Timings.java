package dev.quipu.bench;

import java.util.Arrays;

/**
 * How long transactions took. Every one is kept and sorted, so quantiles are exact and need no histogram.
 *
 * @param sorted nanoseconds of each transaction, retries included
 * @param perSecond how many ended in a second, all clients together
 * @param retries how many attempts met another transaction and were made again
 */
record Timings(long[] sorted, double perSecond, long retries) {

    Timings {
        Arrays.sort(sorted);
    }

    int transactions() {
        return sorted.length;
    }

    double quantileMillis(double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] / 1e6;
    }
}
