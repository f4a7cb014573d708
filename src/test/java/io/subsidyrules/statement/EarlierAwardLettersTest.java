package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.text.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A letter names the earlier decision, and says why nothing more is paid or why a person decides. */
class EarlierAwardLettersTest {

    private static final String STANDARD = """
            { "type": "HostedStandard", "id": "c1", "role": "HOST", "level": "INTERNATIONAL"%s }""";
    private static final String NUMBERED = STANDARD.formatted(", \"standardNumber\": \"ISO 24001\"");
    private static final EarlierAwards OWN = new EarlierAwards(Map.of(0, new EarlierAward("D7", 2, true, false)));
    private static final EarlierAwards OTHERS = new EarlierAwards(Map.of(0, new EarlierAward("D7", 0, false, false)));

    @Test
    void whatTheApplicantWasPaidForDoesNotHold() {
        assertThat(letter(NUMBERED, OWN, Language.EN)).contains("""
                  Outcome: Not eligible
                  Awarded earlier: to this applicant, by the decision D7 (claim 3)

                  * Hosting an international standard
                    Clause 2.1 (readings: 1, 2)
                    Outcome: Not eligible
                    What does not hold:
                    - the project was awarded to this applicant already, by the decision D7
                """);
        assertThat(letter(NUMBERED, OWN, Language.ZH)).contains("""
                  此前奖补：已由决定 D7（申报事项3）奖补给本申请主体
                """, """
                    未满足的条件：
                    - 该项目已由决定 D7 奖补给本申请主体
                """);
    }

    @Test
    void thatAnotherApplicantWasPaidIsWhyAPersonDecides() {
        assertThat(letter(NUMBERED, OTHERS, Language.EN)).contains("""
                  Outcome: Referred to a person
                  At stake: 300,000.00 yuan
                  Awarded earlier: to another applicant, by the decision D7 (claim 1)

                  * Hosting an international standard
                    Clause 2.1 (readings: 1, 2)
                    Outcome: Referred to a person
                    At stake: 300,000.00 yuan
                    What holds:
                    - in force from 6 September 2022
                    - registered in Hebei
                    - the kind of applicant is enterprise
                    - the role in drafting the standard is host
                    - the level of the standard is international
                    Why a person decides:
                    - the project was awarded to another applicant already, by the decision D7
                """);
        assertThat(letter(NUMBERED, OTHERS, Language.ZH)).contains("""
                  此前奖补：已由决定 D7（申报事项1）奖补给其他申请主体
                """, """
                    - 该项目已由决定 D7 奖补给其他申请主体
                """);
    }

    @Test
    void thatTheProjectLooksLikeOneThatWasPaidIsWhyAPersonDecides() {
        EarlierAwards alike = new EarlierAwards(Map.of(0, new EarlierAward("D7", 0, true, true)));
        assertThat(letter(NUMBERED, alike, Language.EN)).contains("""
                  Outcome: Referred to a person
                  At stake: 300,000.00 yuan
                  Perhaps awarded earlier: to this applicant, by the decision D7 (claim 1)
                """, """
                    Why a person decides:
                    - it may be the same project, written another way, as one awarded to this
                      applicant already, by the decision D7
                """);
        assertThat(letter(NUMBERED, alike, Language.ZH)).contains("""
                  此前可能已奖补：已由决定 D7（申报事项1）奖补给本申请主体
                """, """
                    - 可能与决定 D7 已奖补给本申请主体的项目为同一项目，只是写法不同
                """);
    }

    @Test
    void thatTheProjectLooksLikeThatOfAnEarlierClaimIsWhyAPersonDecides() {
        String other = NUMBERED.replace("c1", "c2").replace("ISO 24001", "ISO24001");
        assertThat(letter(NUMBERED + "," + other, EarlierAwards.EMPTY, Language.EN))
                .contains("""
                  May be the same project as: claim 1
                """, """
                    - it may be the same project as that of the claim c1, written another way
                """);
        assertThat(letter(NUMBERED + "," + other, EarlierAwards.EMPTY, Language.ZH))
                .contains("""
                  可能为同一项目：申报事项1
                """, """
                    - 可能与申报事项 c1 为同一项目，只是写法不同
                """);
    }

    @Test
    void aKeyThatIsNotKnownIsAskedFor() {
        assertThat(letter(STANDARD.formatted(""), EarlierAwards.EMPTY, Language.EN))
                .contains("""
                    What is missing:
                    - number of the standard
                """, """
                  1. Number of the standard (claim 1)?
                     Answer with: a text
                     Depends on it: 300,000.00 yuan
                """)
                .doesNotContain("Awarded earlier");
        assertThat(letter(STANDARD.formatted(""), EarlierAwards.EMPTY, Language.ZH))
                .contains("""
                    尚缺的信息：
                    - 标准编号
                """);
    }

    @Test
    void theHtmlNamesTheDecisionWithTheClaimAndWithTheItem() {
        Html letter = Html.of(Letter.of("", NUMBERED, Explain.SUMMARY).in(StatementForm.HTML, Language.EN, OTHERS));
        assertThat(letter.value("Awarded earlier")).contains("to another applicant, by the decision D7 (claim 1)");
        assertThat(letter.parts("article").get(0).texts("li"))
                .contains("the project was awarded to another applicant already, by the decision D7");
    }

    private static String letter(String claim, EarlierAwards awards, Language language) {
        return Letter.of("", claim, Explain.SUMMARY).in(StatementForm.TEXT, language, awards);
    }
}
