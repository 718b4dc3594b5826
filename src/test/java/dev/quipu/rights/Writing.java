package dev.quipu.rights;

import java.util.List;

/**
 * One thing to write.
 *
 * @param needs the lines that must allow it
 * @param field a root field of the mutation
 */
record Writing(List<String> needs, String field) {}
