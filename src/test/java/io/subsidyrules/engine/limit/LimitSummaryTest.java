package io.subsidyrules.engine.limit;

import static io.subsidyrules.engine.limit.LimitedAnswer.products;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.wording.LimitSummary;
import io.subsidyrules.examples.Examples;
import io.subsidyrules.text.Text;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A limit in one sentence, in both languages. */
class LimitSummaryTest {

    private static Text only(String pattern, String outcome) {
        Ruleset ruleset = products(pattern, outcome);
        return LimitSummary.of(ruleset.book(), ruleset.book().limits().get(0));
    }

    @Test
    void aSumOfAYearIsOneSentence() {
        assertThat(only(
                        "$awards : Awards( clause == \"1.1\", year == asOf.year )",
                        "limit( $awards, yuan( 1_000_000 ) );"))
                .isEqualTo(new Text(
                        "at most 1,000,000.00 yuan a year for what clause 1.1 gives", "条款1.1给予的奖补，每年最多1,000,000.00元"));
    }

    @Test
    void aCountNamesItemsAndGroups() {
        assertThat(only("$awards : Awards( item == \"product\", same( kind ) )", "limit( $awards, awards( 1 ) );"))
                .isEqualTo(new Text(
                        "at most one award for what “new product” gives, for each kind", "“新产品”给予的奖补，每个类别最多奖补1项"));
    }

    @Test
    void severalClausesCountTogether() {
        RuleBook book = Dialect.read(Examples.SOURCES);
        List<Text> sentences = book.limits().stream()
                .filter(limit -> limit.policy().equals("standards-award"))
                .map(limit -> LimitSummary.of(book, limit))
                .toList();
        assertThat(sentences)
                .containsExactly(
                        new Text(
                                "of several awards, only the highest, for what clauses 1.1, 1.2 and 1.3 give, for each"
                                        + " series, or number where it stands alone",
                                "条款1.1、条款1.2和条款1.3给予的奖补，每个系列，单项标准填标准编号多项奖补就高不重复"),
                        new Text(
                                "at most 1,000,000.00 yuan a year for what clauses 1.1, 1.2 and 1.3 give together",
                                "条款1.1、条款1.2和条款1.3给予的奖补合计，每年最多1,000,000.00元"));
    }

    @Test
    void everyFormHasASentence() {
        Ruleset ruleset = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/limits")));
        List<Text> sentences = ruleset.book().limits().stream()
                .filter(limit -> limit.policy().equals("all-forms"))
                .map(limit -> LimitSummary.of(ruleset.book(), limit))
                .toList();
        assertThat(sentences)
                .extracting(Text::en)
                .containsExactly(
                        "at most 400,000.50 yuan within three years for what “new product” and “green product” give"
                                + " together, or nothing of what does not fit in whole",
                        "at most 3 awards within 18 months for what measure 1 of “forms of limits” gives, for each line;"
                                + " asked of the applicant: the size of the enterprise is small, or the size of the"
                                + " enterprise is micro",
                        "of several awards within 30 days, only the highest, for what clause 1.1 gives, for each line",
                        "of several awards, only the highest, for what “new product” gives, for each project, whoever"
                                + " has it, less what was given before",
                        "at most 5,000,000.00 yuan a year for what clause 1.1 gives, for all applicants with the same"
                                + " industry together");
        assertThat(sentences)
                .extracting(Text::zh)
                .containsExactly(
                        "“新产品”和“绿色产品”给予的奖补合计，三年内最多400,000.50元，不足以全额给予的不予奖补",
                        "《限额的各种形式》措施1给予的奖补，每个产品系列18个月内最多奖补3项；对申请主体的条件：企业规模为小型，或企业规模为微型",
                        "条款1.1给予的奖补，每个产品系列30天内多项奖补就高不重复",
                        "“新产品”给予的奖补，同一项目（不论申请主体）多项奖补就高不重复，此前已给予的予以扣除（补差）",
                        "条款1.1给予的奖补，所属行业相同的所有申请主体合计每年最多5,000,000.00元");
    }
}
