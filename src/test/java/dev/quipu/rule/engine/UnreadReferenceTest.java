package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.SumOf;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hibernate can delete a row by a reference that it has never read; the rules must see it go. */
class UnreadReferenceTest {

    @Entity(name = "Jar")
    static class Jar {
        @Id
        long id = 1;

        @OneToMany(mappedBy = "jar")
        List<Bean> beans = new ArrayList<>();

        @SumOf("beans.weight")
        int weight;
    }

    @Entity(name = "Bean")
    static class Bean {
        @Id
        long id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Jar jar;

        int weight = 3;
    }

    @Test
    void isReadBeforeItIsRemoved() {
        // Bean Validation would listen to deletions too, and so hide what is tested
        Map<String, String> alone = Map.of("jakarta.persistence.validation.mode", "none");
        try (RuledDatabase database = RuledDatabase.of(alone, Jar.class, Bean.class)) {
            database.transact(session -> {
                Bean bean = new Bean();
                bean.jar = new Jar();
                session.persist(bean.jar);
                session.persist(bean);
            });
            database.transact(session -> session.remove(session.getReference(Bean.class, 1L)));
            assertThat(database.<Integer>read(session -> session.find(Jar.class, 1L).weight))
                    .isZero();
        }
    }
}
