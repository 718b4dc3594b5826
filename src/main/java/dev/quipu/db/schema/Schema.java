package dev.quipu.db.schema;

import java.util.Map;

/** All that a schema holds, by name. Two are equal if they hold the same, in whatever order. */
public record Schema(Map<String, Table> tables, Map<String, Sequence> sequences, Map<String, EnumType> enums) {}
