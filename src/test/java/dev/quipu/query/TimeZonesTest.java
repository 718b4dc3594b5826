package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.RuledDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A zone that the API lets through is one that PostgreSQL knows. */
class TimeZonesTest {

    @Test
    void areThoseOfTheDatabase() {
        try (RuledDatabase database = RuledDatabase.of(Specimen.class)) {
            List<String> known = database.read(session -> session.createNativeQuery(
                            "select name from pg_timezone_names union select abbrev from pg_timezone_abbrevs",
                            String.class)
                    .getResultList());

            assertThat(TimeZones.names()).isSubsetOf(known).contains("UTC", "Europe/Berlin");
        }
    }
}
