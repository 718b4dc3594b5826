package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** graphql-java's messages without its classes. */
class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'StringValue{value='a'}' is bad | '"a"' is bad
            value 'ObjectValue{objectFields=[ObjectField{name='a', value=ArrayValue{values=[IntValue{value=1}, NullValue{}]}}, ObjectField{name='b', value=StringValue{value='x}{y'}}]}' must | value '{a: [1, null], b: "x}{y"}' must
            got EnumValue{name='RED'} and VariableReference{name='v'} and BooleanValue{value=true} | got RED and $v and true
            Expected an AST type of 'StringValue' but it was a 'IntValue' | Expected a string but it was a number
            but it was a 'class java.util.LinkedHashMap' | but it was a 'object'
            Invalid syntax with ANTLR error 'token recognition error at: '"a'' at line 1 | Invalid syntax with error 'token recognition error at: '"a'' at line 1
            """)
    void saysWhatTheClientWrote(String message, String told) {
        assertThat(Wording.plain(message)).isEqualTo(told);
    }

    @Test
    void cutsWhatIsLong() {
        String text = "x".repeat(10_000);

        assertThat(Wording.plain(
                        "'ObjectValue{objectFields=[ObjectField{name='a', value=StringValue{value='" + text + "'}}]}'"))
                .isEqualTo("'...");
        assertThat(Wording.plain("Field '" + text + "'"))
                .startsWith("Field 'xxx")
                .hasSizeLessThan(410);
    }
}
