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
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Length;

@Entity
@Table(name = "suppliers")
@Grant(roles = "admin", attributes = Grant.ALL)
public class Supplier extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = SEQUENCE)
    @SequenceGenerator(sequenceName = "suppliers_id_seq", allocationSize = 1)
    public Integer id;

    @Column(nullable = false, length = 120)
    public String name;

    @ManyToOne(fetch = LAZY, optional = false)
    public Country country;

    @Column(length = Length.LONG32)
    public String website;

    @Min(0)
    @Max(5)
    @Column(precision = 3, scale = 1)
    public BigDecimal rating;

    @OneToMany(mappedBy = "supplier")
    public List<Product> products = new ArrayList<>();
}
