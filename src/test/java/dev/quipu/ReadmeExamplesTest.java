package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of README.md that are Java tests are the ones that run. */
class ReadmeExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^    shop\\.given.*\\n(?:^        .*\\n)*");
    private static final Path TESTS = Path.of("src/test/java/dev/quipu/domain/ShopRulesTest.java");

    @Test
    void everyExampleOfTheVerifierRuns() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(ReadmeExamplesTest::onOneLine)
                .toList();
        assertThat(examples).hasSize(3).allSatisfy(example -> assertThat(onOneLine(Files.readString(TESTS)))
                .contains(example));
    }

    private static String onOneLine(String code) {
        return code.replaceAll("\\s+", "");
    }
}
