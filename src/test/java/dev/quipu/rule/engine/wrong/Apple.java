package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.CopyOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What lies in a {@link Basket}. */
@Entity
public class Apple {

    @Id
    public Long id;

    @ManyToOne
    public Basket basket;

    public BigDecimal weight;

    @Column(precision = 10, scale = 4)
    public BigDecimal price;

    public String sort;

    public LocalDate picked;

    @CopyOf("baskt.total")
    public BigDecimal misspeltReference;

    @CopyOf("basket.totl")
    public BigDecimal misspeltSource;
}
