/**
 * Many writers on two running applications: {@link dev.quipu.load.LoadRun}. {@code Writer}s send mutations, the {@code Journal} notes what
 * was acknowledged, {@code LostWrites} looks for it in the tables.
 */
package dev.quipu.load;
