package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.Computed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Rules that another entity inherits. */
@Entity
public class Vehicle {

    @Id
    public Long id;

    public int seats;

    @Computed("seats * 2")
    public int doubled;
}
