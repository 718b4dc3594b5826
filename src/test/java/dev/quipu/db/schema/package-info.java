@NullMarked
package dev.quipu.db.schema;

import org.jspecify.annotations.NullMarked;
