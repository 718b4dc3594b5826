package dev.quipu.events;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was sold in a month, {@code "2026-11"}. The month's first sale inserts it. */
@Entity
@SoftDeletable
@Invariant(name = "plausible", value = "total <= limit", message = "{total} in {id}")
@Grant(roles = "admin", attributes = Grant.ALL)
public class MonthlySales {

    @Id
    @Column(length = 7)
    public String id;

    @Column(nullable = false)
    public Instant openedAt = Instant.now();

    @Column(name = "most", nullable = false, precision = 12, scale = 2)
    public BigDecimal limit = new BigDecimal("1000000");

    @OneToMany(mappedBy = "month")
    public List<Sale> sales = new ArrayList<>();

    @SumOf(value = "sales.amount", where = "refunded = false", insertParent = true)
    @Column(precision = 12, scale = 2)
    public BigDecimal total;

    @CountOf("sales")
    public int saleCount;

    @Computed("case when saleCount = 0 then 0 else total / saleCount end")
    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal average;

    public Instant deletedAt;

    @Version
    public Integer version;
}
