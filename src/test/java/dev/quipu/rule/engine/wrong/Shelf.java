package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.Computed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** An id that is known only when the row is there. */
@Entity
public class Shelf {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public int width;

    @Computed("width * 2")
    public int doubled;
}
