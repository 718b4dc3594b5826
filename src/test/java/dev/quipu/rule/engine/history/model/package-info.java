/** Models for random histories: each class holds the entities of one. */
@NullUnmarked
package dev.quipu.rule.engine.history.model;

import org.jspecify.annotations.NullUnmarked;
