package dev.quipu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.domain.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.IFactory;

/** What the commands print, and their exit codes. */
@QuarkusTest
class RulesCommandTest {

    @Inject
    IFactory factory;

    @Inject
    Session session;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Long role;

    @BeforeEach
    void seed() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.doWork(connection -> connection
                    .createStatement()
                    .execute("truncate roles, users, posts, products, orders, order_items"));
            Role buyer = new Role();
            buyer.name = "buyer";
            buyer.persist();
            role = buyer.id;
        });
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Commands.line(factory)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void listSaysTheRulesInTheOrderOfEvaluation() {
        assertThat(run("rules", "list")).isZero();
        assertThat(out.toString().lines().map(String::strip))
                .containsSubsequence(
                        "1  OrderItem.unitPrice     copy of product.unitPrice, taken at insert and when product changes",
                        "1  OrderItem.amount        computed: quantity * unitPrice")
                .contains("end  User.withinCreditLimit  balance <= creditLimit")
                .hasSize(15);
    }

    @Test
    void graphIsReadByOthers() {
        assertThat(run("rules", "graph")).isZero();
        assertThat(out.toString())
                .startsWith("digraph rules {")
                .contains(
                        "\"OrderItem.amount\" -> \"Order.amountTotal\" [label = \"sum\"]",
                        "\"Order.shippedOn\" -> \"User.balance\" [label = \"where\", style = dashed]",
                        "\"User.creditLimit\" -> \"User.withinCreditLimit\" [label = \"invariant\"]");
        assertThat(run("rules", "graph", "--format", "mermaid")).isZero();
        assertThat(out.toString())
                .startsWith("flowchart LR\n")
                .contains(
                        "OrderItem_amount -- sum --> Order_amountTotal",
                        "Order_shippedOn -. where .-> User_balance",
                        "Order_shippedOn -- computed --> OrderItem_shippedOn");
    }

    @Test
    void verifyAndRepairTellWhatWasWrong() {
        assertThat(run("rules", "verify")).isZero();
        assertThat(out).asString().contains("14 rules verified in one snapshot: everything stored is as they say.");

        QuarkusTransaction.requiringNew()
                .run(() -> session.doWork(
                        connection -> connection.createStatement().execute("update roles set user_count = 3")));
        assertThat(run("rules", "verify")).isEqualTo(1);
        assertThat(out).asString().contains("Role.userCount of Role " + role + " is 3, should be 0");

        assertThat(run("rules", "repair")).isZero();
        assertThat(out).asString().contains("1 values repaired.");
        assertThat(run("rules", "repair")).isZero();
        assertThat(out).asString().contains("Nothing to repair.");
        assertThat(run("rules", "verify")).isZero();
    }

    @Test
    void whatCannotBeDoneIsToldInALine() {
        assertThat(run("rules", "sing")).isEqualTo(2);
        assertThat(err).asString().startsWith("Unmatched argument at index 1: 'sing'");
        err.getBuffer().setLength(0);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(run("rules", "verify")).isEqualTo(2));
        assertThat(err.toString())
                .startsWith("Rules are verified and repaired in transactions of their own")
                .hasLineCount(1);
    }
}
