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
import java.util.ArrayList;
import java.util.List;

/** Money that came from a customer, for no invoice in particular. */
@Entity
@Invariant(
        name = "notOverspent",
        value = "allocatedAmount <= amount",
        message = "{allocatedAmount} allocated of {amount}")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Payment {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Customer customer;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal amount;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.REMOVE)
    public List<Allocation> allocations = new ArrayList<>();

    @SumOf("allocations.amount")
    @Column(precision = 12, scale = 2)
    public BigDecimal allocatedAmount;

    @Computed("amount - allocatedAmount")
    @Column(precision = 12, scale = 2)
    public BigDecimal unallocated;
}
