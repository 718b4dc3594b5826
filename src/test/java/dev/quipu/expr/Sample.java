package dev.quipu.expr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One attribute of each type that expressions can use. */
@Entity
public class Sample {

    /** As an enum attribute is compared with texts. */
    public enum Kind {
        NEW,
        OLD
    }

    @Id
    public Long id;

    public Integer whole;
    public Long big;

    @Column(precision = 12, scale = 2)
    public BigDecimal price;

    @Column(precision = 20, scale = 6)
    public BigDecimal rate;

    public Double ratio;
    public Boolean flag;
    public LocalDate day;
    public Instant moment;
    public String name;

    @Enumerated(EnumType.STRING)
    public Kind kind;
}
