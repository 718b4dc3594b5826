package dev.quipu.events;

import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Who owes, and pays. */
@Entity
@Grant(roles = "admin", attributes = Grant.ALL)
public class Customer {

    @Id
    @GeneratedValue
    public Long id;

    public String name;

    @OneToMany(mappedBy = "customer")
    public List<Invoice> invoices = new ArrayList<>();

    @OneToMany(mappedBy = "customer")
    public List<Payment> payments = new ArrayList<>();

    /** What is still to be paid. */
    @SumOf("invoices.openAmount")
    @Column(precision = 12, scale = 2)
    public BigDecimal owed;

    /** What was paid for nothing yet. */
    @SumOf("payments.unallocated")
    @Column(precision = 12, scale = 2)
    public BigDecimal credit;
}
