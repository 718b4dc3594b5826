/**
 * The versions of the schema: what the changelog says, what a database has of it, and the way from one version to another.
 *
 * <ol>
 *   <li>{@link dev.quipu.db.version.Changelog} opens Liquibase, which knows the changesets.
 *   <li>{@link dev.quipu.db.version.SchemaState} compares them with those that the database has had.
 *   <li>{@link dev.quipu.db.version.Destination} says how far to go, and counts the changesets on the way.
 *   <li>{@link dev.quipu.db.version.SchemaVersions} goes there: alone, behind {@link dev.quipu.db.version.MigratorLock}, and without
 *       holding up others for longer than they can bear.
 *   <li>{@link dev.quipu.db.version.SchemaReadiness} tells whether the application may serve on what is there.
 * </ol>
 */
@NullMarked
package dev.quipu.db.version;

import org.jspecify.annotations.NullMarked;
