package dev.quipu.rule.tool;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A shop that may belong to a region, with every kind of expression. */
@Entity
@SoftDeletable
class Shop {

    enum Size {
        SMALL,
        LARGE
    }

    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Region region;

    String name;

    LocalDate opened;

    Double area;

    Instant deletedAt;

    @Column(precision = 12, scale = 2)
    BigDecimal sales = BigDecimal.ZERO;

    /** Rounds. */
    @Computed("sales / 3")
    @Column(precision = 12, scale = 2)
    BigDecimal third;

    /** Rounds to a whole number. */
    @Computed("sales * 0.5")
    Integer half;

    @Computed("area * 1.1")
    Double grossArea;

    @Computed("case when sales > 100 then 'LARGE' else 'SMALL' end")
    @Enumerated(EnumType.STRING)
    Size size;

    @Computed("case when sales > 100 then 'LARGE' else 'SMALL' end")
    @Enumerated(EnumType.ORDINAL)
    Size rank;

    @Computed("name || ' (region.factor) ' || name")
    String label;

    /** Live, over a parent that may be missing or softly deleted, and over the parent's parent. */
    @Computed("coalesce(region.factor, 1) * sales + coalesce(region.parent.factor, 0)")
    @Column(precision = 12, scale = 2)
    BigDecimal weighted;

    @CopyOf("region.factor")
    @Column(precision = 12, scale = 2)
    BigDecimal openingFactor;
}
