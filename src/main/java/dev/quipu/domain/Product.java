package dev.quipu.domain;

import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Grant.ALL;
import static dev.quipu.security.Grant.SIGNED_IN;

import dev.quipu.audit.Audited;
import dev.quipu.audit.UpdatedAt;
import dev.quipu.audit.UpdatedBy;
import dev.quipu.rule.Computed;
import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;

/** Something that can be ordered. More may be shipped than was received: stock is then negative. */
@Entity
@Audited
@Table(name = "products")
@Grant(roles = "admin", attributes = ALL)
@Grant(
        roles = SIGNED_IN,
        actions = READ,
        attributes = {"name", "description", "unitPrice", "weight", "unitsReceived", "unitsShipped", "unitsInStock"})
public class Product extends PanacheEntity {

    @Column(nullable = false, unique = true, length = 120)
    public String name;

    @Column(length = Length.LONG32)
    public String description;

    @Min(0)
    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal unitPrice;

    public Double weight;

    public int unitsReceived;

    @OneToMany(mappedBy = "product")
    public List<OrderItem> items = new ArrayList<>();

    @SumOf(value = "items.quantity", where = "shippedOn is not null")
    public int unitsShipped;

    @Computed("unitsReceived - unitsShipped")
    public int unitsInStock;

    @UpdatedAt
    public Instant updatedAt;

    @UpdatedBy
    public String updatedBy;

    @Version
    public int version;
}
