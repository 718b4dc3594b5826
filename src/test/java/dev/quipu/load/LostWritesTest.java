package dev.quipu.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.load.Journal.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the load run takes for a lost write. */
class LostWritesTest {

    private static final Cell ORDER = new Cell("orders", 1, Journal.EXISTS);
    private static final Cell ITEM = new Cell("order_items", 2, Journal.EXISTS);
    private static final Cell QUANTITY = new Cell("order_items", 2, "quantity");

    private final Journal journal = new Journal();

    @BeforeEach
    void place() {
        journal.acknowledged(ORDER, "true", 0, 10);
        journal.acknowledged(ITEM, "true", 0, 10);
        journal.acknowledged(new Cell("order_items", 2, "order_id"), "1", 0, 10);
        journal.acknowledged(QUANTITY, "5", 0, 10);
    }

    @Test
    void aValueThatALaterWriteFollowedIsGone() {
        journal.acknowledged(QUANTITY, "6", 20, 30);
        assertThat(lost("6")).isEmpty();
        assertThat(lost("5")).singleElement().asString().endsWith("is 5, should be one of [6]");
    }

    @Test
    void eitherOfTwoOverlappingWritesMayBeTheLast() {
        journal.acknowledged(QUANTITY, "6", 20, 40);
        journal.acknowledged(QUANTITY, "7", 30, 50);
        assertThat(lost("6")).isEmpty();
        assertThat(lost("7")).isEmpty();
        assertThat(lost("5")).hasSize(1);
    }

    @Test
    void aWriteWithoutAnAnswerMayHaveHappened() {
        journal.unknown(QUANTITY, "6", 20);
        assertThat(lost("5")).isEmpty();
        assertThat(lost("6")).isEmpty();
        assertThat(lost("7")).hasSize(1);
    }

    @Test
    void anItemMayGoOnlyWithItsOrder() {
        assertThat(new LostWrites(journal, Map.of(ORDER, "true")).find())
                .singleElement()
                .asString()
                .contains("order_items");
        journal.acknowledged(ORDER, "false", 20, 30);
        assertThat(new LostWrites(journal, Map.of()).find()).isEmpty();
        assertThat(lost("5")).as("the order is there, though deleted").hasSize(1);
    }

    @Test
    void aRowThatNobodyMadeIsTold() {
        Cell stranger = new Cell("orders", 9, Journal.EXISTS);
        journal.acknowledged(ITEM, "false", 20, 30);
        assertThat(new LostWrites(journal, Map.of(ORDER, "true", stranger, "true")).find())
                .singleElement()
                .asString()
                .endsWith("was never acknowledged");
    }

    private List<String> lost(String quantity) {
        Cell order = new Cell("order_items", 2, "order_id");
        return new LostWrites(journal, Map.of(ORDER, "true", ITEM, "true", order, "1", QUANTITY, quantity)).find();
    }
}
