package dev.quipu.rule.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of rule, under plain Hibernate: what SQL breaks is found and mended, and nothing else. */
class RuleToolsTest {

    private static RuledDatabase database;
    private static RuleVerification verification;
    private static RuleRepair repair;

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(Region.class, Shop.class);
        verification = new RuleVerification(database.sessionFactory());
        repair = new RuleRepair(database.sessionFactory());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void seed() {
        sql("truncate region, shop");
        database.transact(session -> {
            Region world = region(session, 1, null);
            Region north = region(session, 2, world);
            Region south = region(session, 3, world);
            Region empty = region(session, 4, north);
            shop(session, 1, north, "10.00");
            shop(session, 2, north, "200.01");
            shop(session, 3, south, "0.05");
            shop(session, 4, null, "7.00");
            assertThat(empty.shops).isEmpty();
        });
    }

    private static Region region(Session session, long id, Region parent) {
        Region region = new Region();
        region.id = id;
        region.parent = parent;
        region.factor = new BigDecimal("1." + id + "0");
        session.persist(region);
        return region;
    }

    private static void shop(Session session, long id, Region region, String sales) {
        Shop shop = new Shop();
        shop.id = id;
        shop.region = region;
        shop.name = "shop" + id;
        shop.opened = LocalDate.of(2020, 1, (int) id);
        shop.area = 0.1 * id;
        shop.sales = new BigDecimal(sales);
        session.persist(shop);
    }

    /** Behind the back of the rules. */
    private void sql(String... statements) {
        database.sessionFactory()
                .inTransaction(session -> session.doWork(connection -> {
                    for (String statement : statements) {
                        connection.createStatement().execute(statement);
                    }
                }));
    }

    private List<String> found() {
        return verification.verify().findings().map(Finding::toString).toList();
    }

    private void assertRepaired() {
        VerificationReport before = verification.verify();
        RepairReport repaired = repair.repair();
        assertThat(found()).as("after the repair of %s", before).isEmpty();
        assertThat(repaired.total()).isPositive();
        assertThat(repair.repair().rules()).as("nothing is left to repair").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update region set shop_count = 7 where id = 2 | Region.shopCount of Region 2 is 7, should be 2
            update region set first_opened = null where id = 2 | Region.firstOpened of Region 2 is null, should be 2020-01-01
            update region set best_sales = 9 where id = 4 | Region.bestSales of Region 4 is 9.00, should be null
            update region set area = 0.4 where id = 2 | Region.area of Region 2 is 0.4, should be 0.30000000000000004
            update region set regions_total = 0 where id = 4 | nothing
            update region set area = area + 1e-12 where id = 2 | nothing
            update shop set third = 3.34 where id = 1 | Shop.third of Shop 1 is 3.34, should be 3.33
            update shop set half = 3 where id = 4 | Shop.half of Shop 4 is 3, should be 4
            update shop set half = null where id = 4 | Shop.half of Shop 4 is null, should be 4
            update shop set size = 'SMALL' where id = 2 | Shop.size of Shop 2 is SMALL, should be LARGE
            update shop set rank = 0 where id = 2 | Shop.rank of Shop 2 is SMALL, should be LARGE
            update shop set label = 'x' where id = 1 | Shop.label of Shop 1 is x, should be shop1 (region.factor) shop1
            update shop set weighted = 1.16 where id = 3 | Shop.weighted of Shop 3 is 1.16, should be 1.17
            update shop set weighted = 6 where id = 4 | Shop.weighted of Shop 4 is 6.00, should be 7.00
            update shop set gross_area = 1 where id = 4 | Shop.grossArea of Shop 4 is 1.0, should be 0.44000000000000006
            update shop set opening_factor = 9 where id = 1 | nothing
            """)
    void oneBrokenValueIsFoundAndMended(String breaking, String finding) {
        sql(breaking);
        if (finding.equals("nothing")) {
            assertThat(found()).isEmpty();
            assertThat(repair.repair().rules()).isEmpty();
        } else {
            assertThat(found()).containsExactly(finding);
            assertThat(repair.repair().rules().stream().flatMap(rule -> rule.shown().stream()))
                    .extracting(Finding::toString)
                    .containsExactly(finding);
            assertThat(found()).isEmpty();
        }
    }

    @Test
    void eachRuleIsComparedWithWhatIsStored() {
        sql("update region set sales = 1 where id = 2");
        assertThat(found())
                .containsExactly(
                        "Region.sales of Region 2 is 1.00, should be 210.01",
                        "Region.total of Region 2 is 210.01, should be 1.00");
        assertThat(repair.repair().total()).as("the sum alone was wrong").isEqualTo(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void allThatFollowsFromAChangeBehindTheRulesIsMended() {
        sql("update shop set sales = 20 where id = 1");
        assertRepaired();
        database.transact(session -> {
            assertThat(session.find(Region.class, 1L).total).isEqualByComparingTo("220.06");
            assertThat(session.find(Shop.class, 1L).third).isEqualByComparingTo("6.67");
            assertThat(session.find(Region.class, 1L).version)
                    .as("versions stay")
                    .isZero();
        });
    }

    @Test
    void rowsSoftlyDeletedNeitherCountNorAreCompared() {
        sql(
                "update shop set deleted_at = now(), third = 0 where id = 2",
                "update region set deleted_at = now(), sales = 99 where id = 3",
                "update shop set weighted = 0 where id = 3");
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "Shop.weighted of Shop 3 is 0.00, should be 0.05",
                        "Region.sales of Region 2 is 210.01, should be 10.00",
                        "Region.shopCount of Region 2 is 2, should be 1",
                        "Region.bestSales of Region 2 is 200.01, should be 10.00",
                        "Region.area of Region 2 is 0.3, should be 0.1",
                        "Region.regionsTotal of Region 1 is 210.06, should be 210.01");
        assertRepaired();
        database.transact(
                session -> assertThat(session.find(Region.class, 1L).total).isEqualByComparingTo("10.00"));
    }

    @Test
    void anInvariantIsReportedAndLeft() {
        sql("update region set ceiling = 5 where id in (2, 3)", "update region set ceiling = null where id = 1");
        assertThat(found()).containsExactly("Region.limited of Region 2: sales 210.01 exceed 5.00");
        assertThat(repair.repair().rules()).isEmpty();
        assertThat(found()).hasSize(1);
    }

    @Test
    void aReportShowsSomeAndCountsAll() {
        sql("update shop set third = -1, label = null");
        VerificationReport report = verification.verify(3);
        assertThat(report.total()).isEqualTo(8);
        assertThat(report.findings()).hasSize(6);
        assertThat(report.text())
                .startsWith("Shop.third: 4\n  Shop.third of Shop 1 is -1.00, should be 3.33\n")
                .contains("\n  and 1 more\n")
                .endsWith("8 differences.\nNot verified, being copies of their time: Shop.openingFactor\n");
    }

    @Test
    void aRowThatIsItsOwnAncestorStopsTheRepair() {
        sql("update region set parent_id = 1 where id = 1");
        assertThatThrownBy(repair::repair)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("RULE-202 Region 1 and 0 others differ again once they are mended."
                        + " Look for rows that are their own ancestors.");
    }

    @Test
    void moreThanABatchIsMended() {
        sql(
                "insert into shop (id, region_id, name, sales) select n, 4, 'more', 1 from generate_series(1001, 2300) n",
                "update region set best_sales = 5");
        assertRepaired();
        database.transact(session -> {
            assertThat(session.find(Region.class, 4L).sales).isEqualByComparingTo("1300.00");
            assertThat(session.find(Region.class, 1L).total).isEqualByComparingTo("1510.06");
        });
    }

    @Test
    void whatTheRulesKeptIsRight() {
        assertThat(found()).isEmpty();
        assertThat(verification.verify().unverifiable()).containsExactly("Shop.openingFactor");
        assertThat(repair.repair().rules()).isEmpty();
    }
}
