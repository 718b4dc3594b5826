package dev.quipu.db.schema;

import java.util.Map;
import java.util.Set;

/**
 * All that a schema holds, by name. Two are equal if they hold the same, in whatever order.
 *
 * @param sequences those that exist by themselves
 * @param identitySequences the names of those that belong to identity columns
 */
public record Schema(
        Map<String, Table> tables,
        Map<String, Sequence> sequences,
        Map<String, EnumType> enums,
        Set<String> identitySequences) {}
