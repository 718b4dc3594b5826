package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "addresses", indexes = @Index(columnList = "customer_id"))
@Grant(roles = "admin", attributes = Grant.ALL)
public class Address extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "addresses_id_seq", allocationSize = 1)
    public Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public Customer customer;

    @Column(nullable = false, length = 200)
    public String street;

    @ManyToOne(fetch = LAZY)
    public Country country;

    @OneToMany(mappedBy = "billingAddress")
    public List<Order> ordersByBillingAddress = new ArrayList<>();

    @OneToMany(mappedBy = "shippingAddress")
    public List<Order> ordersByShippingAddress = new ArrayList<>();
}
