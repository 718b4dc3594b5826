/** What the rules cost: {@link dev.quipu.bench.RuleBenchmark} compares them with plain Hibernate, hand-written code and triggers. */
package dev.quipu.bench;
