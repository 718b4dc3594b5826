/** What a user of Quipu edits: the entities, each derived attribute with its rule beside it. */
package dev.quipu.domain;
