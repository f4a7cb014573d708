package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A letter shows what limits left of an award, and of what is at stake, where its rule alone gives a fixed amount. */
class LimitLettersTest {

    /** 400,000 yuan for an international standard, 250,000 for a national one, at most 1,000,000 in a year. */
    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/limits")));

    private static final String FIRST = standard("c1", "INTERNATIONAL") + "," + standard("c2", "INTERNATIONAL");
    private static final String USED_UP = FIRST + "," + standard("c3", "INTERNATIONAL") + ",";

    @Test
    void anAwardThatALimitCutsHasItsCalculation() {
        String claims = FIRST + "," + standard("c3", "INTERNATIONAL");
        assertThat(letter(claims, Language.EN)).contains("""
                    Outcome: Eligible
                    Amount: 200,000.00 yuan
                    Calculation in yuan: a fixed amount of 400,000.00; of at most 1,000,000.00
                      in 2023 by clause 1.3, 800,000.00 are used (c1, c2): 200,000.00
                    What holds:
                """);
        assertThat(letter(claims, Language.ZH)).contains("""
                    评估结果：符合条件
                    奖补金额：200,000.00元
                    金额计算（元）：固定金额 400,000.00；依据条款 1.3，2023年最多
                      1,000,000.00，已用 800,000.00（c1、c2），故为 200,000.00
                    已满足的条件：
                """);
    }

    @Test
    void anAwardThatNoLimitCutsHasNoCalculation() {
        assertThat(letter(FIRST, Language.EN)).doesNotContain("Calculation");
        assertThat(letter(FIRST, Language.ZH)).doesNotContain("金额计算");
    }

    @Test
    void anOpenAwardUnderAUsedUpLimitHasNothingAtStakeAndSaysWhy() {
        String claims = USED_UP + unranked("c4");
        assertThat(letter(claims, Language.EN)).contains("""
                  * national standard as first unit
                    Clause 1.1
                    Outcome: Undetermined: facts missing
                    At stake: 0.00 yuan
                    Calculation in yuan: a fixed amount of 250,000.00; of at most 1,000,000.00
                      in 2023 by clause 1.3, 1,000,000.00 are used (c1, c2, c3): 0.00
                """).doesNotContain("looked up");
        assertThat(letter(claims, Language.ZH)).contains("""
                    评估结果：待定（信息不全）
                    待定金额：0.00元
                    金额计算（元）：固定金额 250,000.00；依据条款 1.3，2023年最多
                      1,000,000.00，已用 1,000,000.00（c1、c2、c3），故为 0.00
                """).doesNotContain("查询");
    }

    @Test
    void anOpenAwardSaysWhatALimitLeavesItBesideTheOthersThatAreOpen() {
        String claims = String.join(",", FIRST, unranked("c3"), unranked("c4"));
        assertThat(letter(claims, Language.EN)).contains("""
                    Calculation in yuan: a fixed amount of 250,000.00; of at most 1,000,000.00
                      in 2023 by clause 1.3, 800,000.00 are used (c1, c2): 200,000.00
                """, """
                    Calculation in yuan: a fixed amount of 250,000.00; of at most 1,000,000.00
                      in 2023 by clause 1.3, 800,000.00 are used (c1, c2), and what others
                      have at stake comes first: 0.00
                """);
        assertThat(letter(claims, Language.ZH)).contains("""
                    金额计算（元）：固定金额 250,000.00；依据条款 1.3，2023年最多
                      1,000,000.00，已用 800,000.00（c1、c2），另须先计入其他待定事项，故为
                      0.00
                """);
    }

    @Test
    void aLimitThatIsUsedUpIsNotSaidToBeLookedUp() {
        String claims = USED_UP + unranked("c4");
        assertThat(letter(claims, Language.EN))
                .contains("What is missing, for these 2:\n    - rank of the applicant among the units\n\n");
        assertThat(letter(claims, Language.ZH)).contains("尚缺的信息（以上2项）：\n    - 承担单位排名\n\n");
        assertThat(asked(claims).recorded().in(StatementForm.TEXT, Language.EN, RULES))
                .doesNotContain("looked up");
    }

    private static String standard(String id, String level) {
        return """
                {"type":"TechnicalStandard","id":"%1$s","series":"S %1$s","rank":1,"level":"%2$s"}\
                """.formatted(id, level);
    }

    private static String unranked(String id) {
        return standard(id, "NATIONAL").replace("\"rank\":1,", "");
    }

    private static String letter(String claims, Language language) {
        return asked(claims).in(StatementForm.TEXT, language, RULES);
    }

    private static Letter asked(String claims) {
        return new Letter("""
                { "asOf": "2023-05-01", "policies": ["standards-award"], "applicant": { "id": "91130100MA0ABCDE10" },
                  "claims": [ %s ] }\
                """.formatted(claims), Explain.SUMMARY);
    }
}
