package dev.quipu.events;

import dev.quipu.security.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** Something sold in a month. */
@Entity
@Grant(roles = "admin", attributes = Grant.ALL)
public class Sale {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public MonthlySales month;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal amount;

    public boolean refunded;
}
