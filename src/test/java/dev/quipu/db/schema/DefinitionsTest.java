package dev.quipu.db.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    void theOrderOfConditionsSaysNothing() {
        assertThat(Definitions.readable("CHECK (((stars <= 5) AND (stars >= 1)))"))
                .isEqualTo("check ((stars <= 5) and (stars >= 1))")
                .isEqualTo(Definitions.readable("CHECK (((stars >= 1) AND (stars <= 5)))"));
    }

    @Test
    void whatIsQuotedOrWithinAnotherConditionStaysInItsPlace() {
        assertThat(Definitions.readable("CHECK (((note <> 'z and a'::text) OR ((b > 1) AND (a > 1))))"))
                .isEqualTo("check ((note <> 'z and a'::text) or ((b > 1) and (a > 1)))");
    }
}
