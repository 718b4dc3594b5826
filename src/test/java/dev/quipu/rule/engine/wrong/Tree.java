package dev.quipu.rule.engine.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Deleted for good. */
@Entity
public class Tree {

    @Id
    public Long id;

    @ManyToOne
    public Orchard orchard;

    @ManyToOne
    public Orchard felledIn;

    @ManyToOne
    public Orchard visibleFrom;
}
