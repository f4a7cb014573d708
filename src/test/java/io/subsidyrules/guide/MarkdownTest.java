package io.subsidyrules.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents are written in Markdown, and shown as HTML. */
class MarkdownTest {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

    @Test
    void headingsTablesAndCodeAreShownAsSuch() {
        assertThat(html("# Title\n\n## Sizes\n\n| a | b |\n|---|---|\n| 1 | `x < y` |\n"))
                .doesNotContain("Title")
                .contains("<h2 id=\"sizes\">Sizes</h2>", "<th>a</th>", "<td><code>x &lt; y</code></td>");
    }

    @Test
    void linksLeadToPagesAndOthersAreLeftAsTheirText() {
        assertThat(html("[a](ledger.md), [b](ledger.md#keys), [c](#here), [d *e*](../deploy/x.yaml), [f](other.md)"))
                .isEqualTo(
                        "<p><a href=\"to/ledger\">a</a>, <a href=\"to/ledger#keys\">b</a>, <a href=\"#here\">c</a>, d <em>e</em>, f</p>\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAPlaceThatIsThere(Manual manual) {
        List<String> wrong = new ArrayList<>();
        for (String href : all(HREF, html(manual.text()))) {
            int hash = href.indexOf('#');
            if (hash >= 0) {
                String to = href.substring(0, hash).replace("to/", "");
                Manual target = to.isEmpty() ? manual : Manual.of(to).orElseThrow();
                if (!all(ID, html(target.text())).contains(href.substring(hash + 1))) {
                    wrong.add(href);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String html(String markdown) {
        return Markdown.html(markdown, slug -> "to/" + slug);
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
