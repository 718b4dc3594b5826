package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MainTest {

    /** With PostgreSQL on the class path, as here, it is dev mode that starts. */
    @Test
    void looksForTheDatabaseOfDevModesProfile() throws Exception {
        ProcessBuilder main = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        main.environment().put("_DEV_QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/weaver");
        Process started = main.start();

        assertThat(started.errorReader().lines())
                .singleElement()
                .asString()
                .startsWith("START-102 No connection to jdbc:postgresql://localhost:1/weaver: ");
        assertThat(started.waitFor()).isEqualTo(1);
    }

    @Test
    void doesNotTellThePasswordOfUrlsThatNobodyTakes() {
        DatabaseAddress address = new DatabaseAddress("jdbc:postgres://localhost/weaver?password=secret", null, null);
        assertThatThrownBy(address::connect)
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(DatabaseAddress.firstLine(refusal))
                        .endsWith("jdbc:postgres://localhost/weaver"));
    }
}
