package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One mistake of each kind. */
@Entity
@Invariant(name = "notTooFull", value = "total <= limitt", message = "total {total}")
@Invariant(name = "notEmpty", value = "total > 0", message = "only {totl}")
public class Basket {

    @Id
    public Long id;

    @OneToMany(mappedBy = "basket")
    public List<Apple> apples;

    @SumOf("apples.wieght")
    public BigDecimal misspeltElement;

    @SumOf("aples.weight")
    public BigDecimal misspeltCollection;

    @SumOf("apples")
    public BigDecimal noElement;

    @SumOf(value = "apples.weight", where = "colour = 'red' and ripe")
    public BigDecimal misspeltWhere;

    @SumOf(value = "apples.weight", where = "basket.id = 1")
    public BigDecimal parentWhere;

    @SumOf("apples.picked")
    public BigDecimal sumOfDates;

    @SumOf("apples.price")
    public int roundedSum;

    @CountOf("apples")
    public String wrongTarget;

    @MaxOf("apples.sort")
    public String maxOfText;

    @Computed("id + 1")
    public LocalDate wrongType;

    @Computed("year(current_date)")
    public int clock;

    @SumOf("apples.weight")
    public BigDecimal total;
}
