/** The vocabulary in which users write rules, beside the attributes that the rules own. */
@NullMarked
package dev.quipu.rule;

import org.jspecify.annotations.NullMarked;
