package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.query.Condition;

/**
 * The rows that a filter selects.
 *
 * @param path where the filter stands in the request
 * @param atMost how many there may be; more are refused, and nothing is stored
 */
public record Matching(EntityModel entity, Condition filter, int atMost, InputPath path) {}
