package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "payments")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Payment extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = IDENTITY)
    public Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    public Order order;

    @Min(1)
    @Max(3)
    @Column(name = "class", nullable = false)
    @ColumnDefault("1")
    public short class_ = 1;

    @Column(nullable = false, precision = 38, scale = 10, columnDefinition = "numeric")
    public BigDecimal amount;

    @Column(nullable = false, secondPrecision = 3)
    @ColumnDefault("CURRENT_TIMESTAMP")
    public Instant paidAt = Instant.now();
}
