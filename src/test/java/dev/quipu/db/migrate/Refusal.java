package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.AbstractStringAssert;

/** What {@code db migrate} says instead of writing. */
final class Refusal {

    private Refusal() {}

    /** Its message; nothing was written. */
    static AbstractStringAssert<?> of(Evolution evolution, Class<?>... entities) throws Exception {
        List<String> before = evolution.files();
        MigrationException refusal =
                catchThrowableOfType(MigrationException.class, () -> evolution.migrate("refused", entities));
        assertThat(evolution.files()).isEqualTo(before);
        assertThat(refusal).isNotNull();
        assertThat(evolution.query("select nspname from pg_namespace where nspname like 'quipu_scratch%'"))
                .isEmpty();
        return assertThat(refusal.getMessage());
    }
}
