package dev.quipu.rule.engine.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Drop {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne
    public Bucket bucket;
}
