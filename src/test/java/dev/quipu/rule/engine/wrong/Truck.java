package dev.quipu.rule.engine.wrong;

import jakarta.persistence.Entity;

/** Inherits rules. */
@Entity
public class Truck extends Vehicle {}
