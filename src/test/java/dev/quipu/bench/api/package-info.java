/**
 * What the API costs: {@link dev.quipu.bench.api.ApiBenchmark} compares the packaged application with a server that knows its few
 * statements by heart.
 */
package dev.quipu.bench.api;
