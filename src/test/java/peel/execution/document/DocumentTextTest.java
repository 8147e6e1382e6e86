package peel.execution.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ a }|3|0|1|1|0",
                "query($a:Int!=-1.5e+3){a(b:[$a,{c:1}])@d ...e}|30|1|4|7|0",
                "{ a(b: \"} } @ \\\" { {\") } # @ { {|8|0|2|1|0",
                "{ a(b: \"\"\" \\\"\"\" { @ \" \"\"\") }|8|0|2|1|18",
                "{ a(b: \"not closed|6|0|2|1|0",
                "}}}{{|5|0|0|0|0",
                "``|0|0|0|0|0"
            })
    void countsTokensAsTheSpecificationDefinesThem(
            String text, int tokens, int directives, int nesting, int longestWord, int longestBlock) {
        DocumentText found = DocumentText.of(text);
        assertEquals(new DocumentText(tokens, directives, nesting, longestWord, longestBlock), found);
    }
}
