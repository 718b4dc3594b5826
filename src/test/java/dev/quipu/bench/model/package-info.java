/** The code and the entities that the benchmark compares; loaded enhanced, as Quarkus' build makes them. */
package dev.quipu.bench.model;
