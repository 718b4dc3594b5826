package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.AverageOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.List;

/** Numbers that do not fit. */
@Entity
public class Crate {

    @Id
    public Long id;

    @OneToMany(mappedBy = "crate")
    public List<Pear> pears;

    @AverageOf("pears.picked")
    public BigDecimal averageOfDates;

    @AverageOf("pears.pips")
    public Integer wholeAverage;

    @AverageOf("pears.pips")
    public double primitiveAverage;

    @AverageOf("pears.pips")
    @Column(nullable = false)
    public BigDecimal averageNotNull;

    @AverageOf("pears.weight")
    public BigDecimal averageOfDoubles;

    @SumOf("pears.weight")
    public BigDecimal sumOfDoubles;

    @MaxOf("pears.pips")
    public Long otherType;

    @AverageOf("pears.pips")
    public Double right;
}
