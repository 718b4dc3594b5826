/**
 * How Quipu starts:
 *
 * <ol>
 *   <li>{@link dev.quipu.start.Main} finds the database that is configured, or, in dev mode, starts one in a folder of the project;
 *   <li>it asks the database for a connection, and says in one line what is missing when there is none;
 *   <li>Quarkus starts: Liquibase migrates, Hibernate reads the mapping, the rules are checked;
 *   <li>one line of the log tells where everything is.
 * </ol>
 */
@NullMarked
package dev.quipu.start;

import org.jspecify.annotations.NullMarked;
