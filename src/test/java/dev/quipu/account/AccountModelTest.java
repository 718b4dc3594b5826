package dev.quipu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.model.Hidden;
import dev.quipu.model.Model;
import dev.quipu.rule.engine.Models;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told at the start, of the entity of the accounts and of the keys. */
class AccountModelTest {

    @Entity(name = "Person")
    @Account(username = "nick", roles = "guild.name")
    static class Person {
        @Id
        Long id;

        @Column(length = 64)
        String nikc;

        String passwordHash;

        @Hidden
        @Column(updatable = false)
        String tokenVersion;

        String active;
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;
    }

    @Test
    void everyProblemIsToldAtOnce() {
        try (RuledDatabase database = RuledDatabase.of(Person.class)) {
            assertThatThrownBy(() -> AccountModel.of(model(database)))
                    .satisfies(thrown -> assertThat(thrown.getMessage().lines())
                            .satisfiesExactlyInAnyOrder(
                                    line -> assertThat(line)
                                            .isEqualTo(
                                                    "SEC-201 @Account(username): Person has no attribute \"nick\" that it can use"
                                                            + " (it has id, nikc, passwordHash, tokenVersion, active). Maybe \"nikc\"?"),
                                    line -> assertThat(line)
                                            .startsWith("SEC-201 @Account(roles): Person has no attribute \"guild\""),
                                    line -> assertThat(line)
                                            .startsWith("SEC-202 Person.passwordHash ")
                                            .contains("updatable = false"),
                                    line -> assertThat(line)
                                            .startsWith("SEC-202 Person.tokenVersion ")
                                            .contains("an int or long"),
                                    line -> assertThat(line)
                                            .startsWith("SEC-202 Person.active ")
                                            .contains("a boolean")));
        }
    }

    @Test
    void withoutAccountsThereIsNone() {
        try (RuledDatabase database = RuledDatabase.of(Plain.class)) {
            assertThat(AccountModel.of(model(database))).isNull();
        }
    }

    private static Model model(RuledDatabase database) {
        return Models.of(database.sessionFactory());
    }

    @Test
    void keysAreReadOrSaidToBeMissing(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> SigningKeys.read(folder))
                .hasMessageStartingWith("SEC-205 ")
                .hasMessageContaining("openssl genpkey");

        String first = SigningKeys.readOrGenerate(folder).signing().getKeyId();
        Path signing = folder.resolve("signing.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signing)))
                .isEqualTo("rw-------");
        assertThat(SigningKeys.readOrGenerate(folder).signing().getKeyId()).isEqualTo(first);

        Files.move(signing, folder.resolve("previous.pem"));
        SigningKeys both = SigningKeys.readOrGenerate(folder);
        assertThat(both.all())
                .hasSize(2)
                .extracting(key -> key.getKeyId())
                .last()
                .isEqualTo(first);
        assertThat(both.signing().getKeyId()).isNotEqualTo(first);

        Files.writeString(folder.resolve("next.pem"), "no key");
        assertThatThrownBy(() -> SigningKeys.read(folder)).hasMessageContaining("next.pem is no private RSA key");
    }
}
