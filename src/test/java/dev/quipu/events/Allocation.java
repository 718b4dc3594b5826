package dev.quipu.events;

import dev.quipu.security.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** A part of a payment that pays a part of an invoice. */
@Entity
@Grant(roles = "admin", attributes = Grant.ALL)
public class Allocation {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Payment payment;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Invoice invoice;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal amount;
}
