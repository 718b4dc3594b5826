package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "order_lines", uniqueConstraints = @UniqueConstraint(columnNames = {"order_id", "product_id"}))
@Check(name = "order_lines_quantity_check", constraints = "quantity > 0")
@Grant(roles = "admin", attributes = Grant.ALL)
public class OrderLine extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "order_lines_id_seq", allocationSize = 1)
    public Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Order order;

    @ManyToOne(fetch = LAZY, optional = false)
    public Product product;

    @ColumnDefault("1")
    public int quantity = 1;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal unitPrice;

    @Formula("amount")
    public BigDecimal amount;
}
