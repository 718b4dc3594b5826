package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.AverageOf;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derived attributes that come, or follow from another rule: rows that exist are filled, in the order of evaluation. */
class MigrationsRulesTest {

    @TempDir
    Path folder;

    @Test
    void everyKindOfRuleFillsTheRowsThatExist() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(Plain.Account.class, Plain.Line.class);
            rows(shop, "", "");
            String file = shop.change(Ruled.Account.class, Ruled.Line.class);
            assertThat(file).contains("""
                    -- Account.total: sum of lines.amount
                    update accounts set total = due.value
                    from (
                    """, "comment on column accounts.total is 'sum of lines.amount';");
            assertThat(file.indexOf("-- Line.amount:")).isPositive().isLessThan(file.indexOf("-- Account.total:"));
            assertThat(file.indexOf("-- Account.doubled:")).isGreaterThan(file.indexOf("-- Account.total:"));
            assertThat(shop.query("select id, total, big, least, most, mean, doubled from accounts order by id"))
                    .containsExactly("1 70.00 1 10.00 60.00 35.00 140.00", "2 0.00 0 null null null 0.00");
            assertThat(shop.query("select id, amount, limit_then from lines order by id"))
                    .containsExactly("1 10.00 99", "2 60.00 99");
        }
    }

    @Test
    void anotherRuleForTheSameColumnIsNoticedAndFillsAllThatFollowsFromIt() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(Ruled.Account.class, Ruled.Line.class);
            rows(shop, ", doubled", ", 0");
            shop.sql("update lines set amount = quantity * price, limit_then = 99");
            shop.sql(
                    "update accounts set total = 70, big = 1, least = 10, most = 60, mean = 35, doubled = 140 where id = 1");
            shop.sql("update accounts set doubled = 0 where id = 2");
            shop.losesValues();
            String file = shop.change(Changed.Account.class, Changed.Line.class);
            assertThat(file)
                    .contains("comment on column accounts.total is 'sum of lines.amount where quantity > 2';")
                    .contains("-- Account.total: sum of lines.amount where quantity > 2")
                    .contains("-- Account.doubled: computed: total * 2")
                    .doesNotContain("-- Line.amount", "-- Account.big");
            assertThat(shop.query("select id, total, doubled from accounts order by id"))
                    .containsExactly("1 60.00 120.00", "2 0.00 0.00");
        }
    }

    @Test
    void aTreeIsFilledFromItsLeaves() throws Exception {
        try (Evolution tree = new Evolution(folder)) {
            tree.start(Tree.Plain.class);
            tree.sql("insert into nodes (id, weight, parent_id) values (1, 1, null), (2, 2, 1), (3, 4, 2), (4, 8, 3)");
            assertThat(tree.change(Tree.Summed.class)).contains("exit when not busy;");
            assertThat(tree.query("select id, below, whole from nodes order by id"))
                    .containsExactly("1 14 15", "2 12 14", "3 8 12", "4 0 8");
        }
    }

    @Test
    void whatFollowsFromATableThatIsNewNeedsNoFilling() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(Alone.class);
            shop.sql("insert into accounts (id, ceiling) values (1, 9)");
            assertThat(shop.change(Ruled.Account.class, Ruled.Line.class))
                    .contains("-- Account.doubled: computed: total * 2")
                    .doesNotContain("-- Account.total", "-- Line.amount");
        }
    }

    private static void rows(Evolution shop, String more, String values) throws Exception {
        shop.sql("insert into accounts (id, ceiling%s) values (1, 99%s), (2, 9%s)".formatted(more, values, values));
        shop.sql("insert into lines (id, account_id, quantity, price) values (1, 1, 1, 10), (2, 1, 3, 20)");
    }

    @NullUnmarked
    @Entity(name = "Account")
    @Table(name = "accounts")
    static class Alone {

        @Id
        Long id;

        int ceiling;
    }

    @NullUnmarked
    static class Plain {

        @Entity(name = "Account")
        @Table(name = "accounts")
        static class Account {

            @Id
            Long id;

            int ceiling;
        }

        @Entity(name = "Line")
        @Table(name = "lines")
        static class Line {

            @Id
            Long id;

            @ManyToOne
            Account account;

            int quantity;

            @Column(precision = 12, scale = 2)
            BigDecimal price;
        }
    }

    @NullUnmarked
    static class Ruled {

        @Entity(name = "Account")
        @Table(name = "accounts")
        static class Account {

            @Id
            Long id;

            int ceiling;

            @OneToMany(mappedBy = "account")
            List<Line> lines;

            @SumOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal total;

            @CountOf(value = "lines", where = "quantity > 2")
            int big;

            @MinOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal least;

            @MaxOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal most;

            @AverageOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal mean;

            @Computed("total * 2")
            @Column(nullable = false, precision = 38, scale = 2)
            BigDecimal doubled;
        }

        @Entity(name = "Line")
        @Table(name = "lines")
        static class Line {

            @Id
            Long id;

            @ManyToOne
            Account account;

            int quantity;

            @Column(precision = 12, scale = 2)
            BigDecimal price;

            @Computed("quantity * price")
            @Column(precision = 38, scale = 2)
            BigDecimal amount;

            @CopyOf("account.ceiling")
            Integer limitThen;
        }
    }

    @NullUnmarked
    static class Changed {

        @Entity(name = "Account")
        @Table(name = "accounts")
        static class Account {

            @Id
            Long id;

            int ceiling;

            @OneToMany(mappedBy = "account")
            List<Line> lines;

            @SumOf(value = "lines.amount", where = "quantity > 2")
            @Column(precision = 38, scale = 2)
            BigDecimal total;

            @CountOf(value = "lines", where = "quantity > 2")
            int big;

            @MinOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal least;

            @MaxOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal most;

            @AverageOf("lines.amount")
            @Column(precision = 38, scale = 2)
            BigDecimal mean;

            @Computed("total * 2")
            @Column(nullable = false, precision = 38, scale = 2)
            BigDecimal doubled;
        }

        @Entity(name = "Line")
        @Table(name = "lines")
        static class Line {

            @Id
            Long id;

            @ManyToOne
            Account account;

            int quantity;

            @Column(precision = 12, scale = 2)
            BigDecimal price;

            @Computed("quantity * price")
            @Column(precision = 38, scale = 2)
            BigDecimal amount;

            @CopyOf("account.ceiling")
            Integer limitThen;
        }
    }

    @NullUnmarked
    static class Tree {

        @Entity(name = "Node")
        @Table(name = "nodes")
        static class Plain {

            @Id
            Long id;

            @ManyToOne
            Plain parent;

            int weight;
        }

        @Entity(name = "Node")
        @Table(name = "nodes")
        static class Summed {

            @Id
            Long id;

            @ManyToOne
            Summed parent;

            @OneToMany(mappedBy = "parent")
            List<Summed> children;

            int weight;

            @SumOf("children.whole")
            int below;

            @Computed("weight + below")
            Integer whole;
        }
    }
}
