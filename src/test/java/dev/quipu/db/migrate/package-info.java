/** Models that change, and the versions of the schema that follow from it. */
@NullMarked
package dev.quipu.db.migrate;

import org.jspecify.annotations.NullMarked;
