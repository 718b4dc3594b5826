package dev.quipu.events;

import dev.quipu.rule.Computed;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a customer owes since a day. */
@Entity
@Invariant(name = "notOverpaid", value = "paidAmount <= amount", message = "{paidAmount} paid of {amount}")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Invoice {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Customer customer;

    @Column(nullable = false)
    public LocalDate issuedOn;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal amount;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.REMOVE)
    public List<Allocation> allocations = new ArrayList<>();

    @SumOf("allocations.amount")
    @Column(precision = 12, scale = 2)
    public BigDecimal paidAmount;

    @Computed("amount - paidAmount")
    @Column(precision = 12, scale = 2)
    public BigDecimal openAmount;
}
