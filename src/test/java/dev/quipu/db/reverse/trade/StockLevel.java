package dev.quipu.db.reverse.trade;

import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "stock_levels")
@Grant(roles = "admin", attributes = Grant.ALL)
public class StockLevel extends PanacheEntityBase {

    @Id
    @Column(name = "level_no")
    public Integer levelNo;

    @Column(nullable = false)
    public Short warehouse;

    @ManyToOne(fetch = LAZY, optional = false)
    public Product product;

    @Column(nullable = false)
    public Integer units;
}
