package dev.quipu.rule.tool;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A region within regions, with every kind of aggregate. */
@Entity
@SoftDeletable
@Invariant(name = "notNegative", value = "sales >= 0", message = "sales are {sales}, of {shopCount} shops")
@Invariant(name = "limited", value = "sales <= ceiling", message = "sales {sales} exceed {ceiling}")
class Region {

    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Region parent;

    @OneToMany(mappedBy = "parent")
    List<Region> regions = new ArrayList<>();

    @OneToMany(mappedBy = "region")
    List<Shop> shops = new ArrayList<>();

    Instant deletedAt;

    @Column(precision = 12, scale = 2)
    BigDecimal factor;

    @Column(precision = 12, scale = 2)
    BigDecimal ceiling;

    @SumOf("shops.sales")
    BigDecimal sales;

    @CountOf(value = "shops", where = "opened is not null and name not like '%region.factor%'")
    int shopCount;

    @MinOf(value = "shops.opened", where = "sales > 0")
    LocalDate firstOpened;

    @MaxOf("shops.sales")
    BigDecimal bestSales;

    @SumOf("shops.area")
    Double area;

    @SumOf("regions.total")
    BigDecimal regionsTotal;

    @Computed("sales + regionsTotal")
    BigDecimal total;

    @Version
    int version;
}
