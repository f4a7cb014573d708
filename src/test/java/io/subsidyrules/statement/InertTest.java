package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.page.InertText;
import io.subsidyrules.text.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an applicant writes stands in a letter as it was written, and does nothing there. */
class InertTest {

    private static final String HOSTILE =
            "<script>alert('1')</script> {statement.title} {#if x}{/if} {{words}} &amp; \\\"x\\\""
                    + " \\n## Total\\r\\n  * Item\\u2028\\u0085 \\u202Eevil\\u2066 \\u200B\\u0007\\u001B[31m \\uFEFF";

    private static final String WRITTEN =
            "<script>alert('1')</script> {statement.title} {#if x}{/if} {{words}} &amp; \"x\""
                    + "  ## Total    * Item □ □evil□ □□□[31m □";

    /** The name at the head and among what is stated; the claim's id and project in the result and over the claim; the project stated. */
    private static final int OCCURRENCES = 7;

    private static final Letter LETTER = Letter.of(
            ", \"name\": \"" + HOSTILE + "\"",
            "{ \"type\": \"DesignPurchase\", \"id\": \"" + HOSTILE + "\", \"project\": \"" + HOSTILE + "\" }",
            Explain.CHANGES);

    @ParameterizedTest
    @EnumSource
    void inTheTextEachIsOnItsOwnLineAndEndsNone(Language language) {
        String text = LETTER.in(StatementForm.TEXT, language);
        assertThat(text.codePoints().filter(Character::isISOControl).filter(c -> c != '\n'))
                .isEmpty();
        assertThat(onOneLine(text)).contains(onOneLine(WRITTEN)).doesNotContain("\u202E", "\u200B");
        assertThat(text.lines().filter(line -> line.startsWith("  * Item"))).isEmpty();
        assertThat(occurrences(onOneLine(text), onOneLine(WRITTEN))).isEqualTo(OCCURRENCES);
    }

    @ParameterizedTest
    @EnumSource
    void inTheHtmlItIsTextAndNoMarkup(Language language) {
        String html = LETTER.in(StatementForm.HTML, language);
        String escaped = WRITTEN.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        assertThat(html).doesNotContain("<script", "\u202E", "\u200B", "\u2066", "\u001B");
        assertThat(occurrences(html, escaped)).isEqualTo(OCCURRENCES);
        assertThat(Html.of(html).texts("bdi")).contains(WRITTEN.replaceAll(" +", " "));
    }

    @Test
    void whatIsNotSeenIsABoxAndWhatEndsALineABlank() {
        assertThat(InertText.line("a\u202Eb\u2066c\u200Dd\u00ADe\u0000f\u007Fg\uE000h\uD800i"))
                .isEqualTo("a□b□c□d□e□f□g□h□i");
        assertThat(InertText.line("a\nb\rc\td\u2028e\u2029f\u00A0g\u2003h")).isEqualTo("a b c d e f g h");
    }

    @Test
    void whatIsSeenStays() {
        for (String text : List.of("石家庄　精工", "é e\u0301", "\uD83D\uDE00", "שלום", "مرحبا", "“{}<>&”")) {
            assertThat(InertText.line(text)).isEqualTo(text);
        }
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
