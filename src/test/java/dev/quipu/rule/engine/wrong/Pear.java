package dev.quipu.rule.engine.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** What lies in a {@link Crate}. */
@Entity
public class Pear {

    @Id
    public Long id;

    @ManyToOne
    public Crate crate;

    public Double weight;

    public Integer pips;

    public LocalDate picked;
}
