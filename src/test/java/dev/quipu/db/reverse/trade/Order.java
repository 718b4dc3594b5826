package dev.quipu.db.reverse.trade;

import static jakarta.persistence.CascadeType.REMOVE;
import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "\"order\"")
@Check(name = "not_before_today", constraints = "required_on >= (placed_at)::date")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Order extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "order_id_seq", allocationSize = 1)
    public Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    public Customer customer;

    @ManyToOne(fetch = LAZY)
    public Address billingAddress;

    @ManyToOne(fetch = LAZY)
    public Address shippingAddress;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(name = "handled_by")
    public Employee handledBy;

    @Column(nullable = false)
    @ColumnDefault("now()")
    public Instant placedAt = Instant.now();

    public LocalDate requiredOn;

    @Column(nullable = false, precision = 10, scale = 2)
    @ColumnDefault("0")
    public BigDecimal freight = new BigDecimal("0");

    @Enumerated(STRING)
    @Column(nullable = false, length = Length.LONG32, columnDefinition = "payment_method")
    @ColumnDefault("'CARD'::payment_method")
    @ColumnTransformer(read = "payment::text", write = "?::payment_method")
    public PaymentMethod payment = PaymentMethod.CARD;

    @Column(name = "\"user\"", nullable = false, length = 64)
    @ColumnDefault("CURRENT_USER")
    public String user;

    @OneToMany(mappedBy = "order", cascade = REMOVE)
    public List<OrderLine> orderLines = new ArrayList<>();

    @OneToMany(mappedBy = "order")
    public List<Payment> payments = new ArrayList<>();
}
