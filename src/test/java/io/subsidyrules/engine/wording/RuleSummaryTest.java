package io.subsidyrules.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of an item is a short text that a lay reader follows. */
class RuleSummaryTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "owner" ) @zh( "业主" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "编号" )
                insured : Boolean @en( "insured against fire" ) @zh( "投保火险" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String RULES = """
            package p;
            import vocabulary.*;
            declare Boiler extends Claim @en( "the “old” boiler" ) @zh( "“旧”锅炉" )
                gas : Boolean @en( "heated by gas" ) @zh( "燃气" )
                cost : BigDecimal @en( "cost in yuan" ) @zh( "费用（元）" )
                fees : BigDecimal @en( "fees" ) @zh( "手续费" )
                paid : BigDecimal @en( "grants paid" ) @zh( "已付资助" )
                power : BigDecimal @unit( "kilowatt", 1 ) @en( "power" ) @zh( "功率" )
                now : Integer @en( "staff" ) @zh( "员工数" )
                before : Integer @en( "former staff" ) @zh( "原员工数" )
            end
            rule "i0" @clause( "1.1" ) @per( "it" ) %s
                date-effective "2022-01-01" %s
            when $applicant : Applicant( %s ) %s then %s end
            """;

    private static final String ON_CLAIM = "$boiler : Boiler( gas == true, $cost : cost, $fees : fees,"
            + " $paid : paid, $power : power, $now : now, $before : before )";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "award( $boiler, yuan( 300_000 ) );" + "| t: an award of 300,000 yuan per it." + "| 题：每个奖补300,000元。",
                "award( $boiler, percent( 33.30 ).of( $cost ).atMost( yuan( 9_999.5 ) ) );"
                        + "| t: an award of 33.3% of the cost in yuan, at most 9,999.50 yuan, per it."
                        + "| 题：每个奖补费用（元）的33.3%，最多9,999.50元。",
                "award( $boiler, yuan( $cost ).atMost( yuan( 5_000 ) ) );"
                        + "| t: an award of the cost in yuan, at most 5,000 yuan, per it."
                        + "| 题：每个奖补费用（元），最多5,000元。",
                "award( $boiler, percent( 100 ).of( $cost ).atMost( yuan( 5_000 ) ) );"
                        + "| t: an award of the cost in yuan, at most 5,000 yuan, per it."
                        + "| 题：每个奖补费用（元），最多5,000元。",
                "award( $boiler, tiers( $cost ).to( yuan( 9 ), percent( 8 ) ).to( yuan( 20 ), percent( 5 ) )"
                        + ".beyond( percent( 2 ) ).atMost( yuan( 5 ) ) );"
                        + "| t: an award of 8% of the part up to 9 yuan, 5% of the part above 9 yuan up to 20 yuan"
                        + " and 2% of the part above 20 yuan, of the cost in yuan, at most 5 yuan, per it."
                        + "| 题：每个奖补费用（元）分档（9元以下的部分8%，超过9元至20元的部分5%，超过20元的部分2%），最多5元。",
                "award( $boiler, tiers( $cost ).to( percent( 60 ).of( $fees ), percent( 8 ) ).atMost( yuan( 5 ) ) );"
                        + "| t: an award of 8% of the part up to 60% of the fees and nothing of the part above"
                        + " 60% of the fees, of the cost in yuan, at most 5 yuan, per it."
                        + "| 题：每个奖补费用（元）分档（手续费的60%以下的部分8%，超过手续费的60%的部分不计），最多5元。",
                "award( $boiler, tiers( $now ).to( 2, yuan( 50 ) ).to( 4, yuan( 30 ) ).to( 5, yuan( 20 ) )"
                        + ".beyond( yuan( 1 ) ).atMost( yuan( 500 ) ) );"
                        + "| t: an award of 50 yuan for each of the first 2, 30 yuan for each from number 3 to number 4,"
                        + " 20 yuan for number 5 and 1 yuan for each from number 6 on, of the staff, at most 500 yuan, per it."
                        + "| 题：每个奖补员工数分档（前2个每个50元，第3至第4个每个30元，第5个20元，第6个起每个1元），最多500元。",
                "award( $boiler, tiers( $power ).to( 10, yuan( 50 ) ).to( 25, yuan( 30 ) )"
                        + ".atMost( yuan( 20 ).plus( tiers( $now ).to( 1, yuan( 2 ) ).beyond( yuan( 1 ) ) ) )"
                        + ".atMost( yuan( 500 ) ) );"
                        + "| t: an award of 50 yuan for each of the first 10 kilowatts, 30 yuan for each above 10 kilowatts"
                        + " up to 25 kilowatts and nothing above 25 kilowatts, of the power, at most (20 yuan, plus"
                        + " (2 yuan for number 1 and 1 yuan for each from number 2 on, of the staff)), at most 500 yuan, per it."
                        + "| 题：每个奖补功率分档（10千瓦以下的部分每千瓦50元，超过10千瓦至25千瓦的部分每千瓦30元，超过25千瓦的部分不计），"
                        + "最多（20元加（员工数分档（第1个2元，第2个起每个1元））），最多500元。",
                "award( $boiler, percent( 0.6 ).of( $cost - $paid ).atMost( yuan( 5 ) ) );"
                        + "| t: an award of 0.6% of the amount by which the cost in yuan exceeds the grants paid,"
                        + " at most 5 yuan, per it."
                        + "| 题：每个奖补费用（元）减去已付资助之差的0.6%，最多5元。",
                "award( $boiler, percent( 60 ).of( $cost + $fees * 2 - $paid ).atMost( yuan( 5 ) ) );"
                        + "| t: an award of 60% of the amount by which the sum of the cost in yuan and 2 times the fees"
                        + " exceeds the grants paid, at most 5 yuan, per it."
                        + "| 题：每个奖补手续费的2倍与费用（元）之和减去已付资助之差的60%，最多5元。",
                "award( $boiler, percent( 60 ).of( $cost + $fees ).atMost( yuan( 5 ) ) );"
                        + "| t: an award of 60% of the sum of the cost in yuan and the fees, at most 5 yuan, per it."
                        + "| 题：每个奖补费用（元）与手续费之和的60%，最多5元。",
                "award( $boiler, yuan( 10 ).times( $now - $before ).atMost( yuan( 50 ) ) );"
                        + "| t: an award of 10 yuan times the number by which the staff exceeds the former staff,"
                        + " at most 50 yuan, per it."
                        + "| 题：每个奖补员工数减去原员工数之差乘以10元，最多50元。",
                "award( $boiler, percent( 20 ).of( $cost ).plus( yuan( 3 ).atMost( yuan( $fees ) ) )"
                        + ".atMost( yuan( 5 ) ) );"
                        + "| t: an award of 20% of the cost in yuan, plus (3 yuan, at most the fees), at most 5 yuan,"
                        + " per it."
                        + "| 题：每个奖补费用（元）的20%加（3元，最多手续费），最多5元。",
                "support( $boiler );" + "| t: a support that is not counted in money, per it." + "| 题：对每个给予支持，不计金额。",
                "refer( $boiler, yuan( 1_000 ) );"
                        + "| t: a person decides; at stake per it is 1,000 yuan."
                        + "| 题：由人工判定，每个待定金额为1,000元。",
                "refer( $boiler, percent( 50 ).of( $cost ).atMost( yuan( 1_000 ) ) );"
                        + "| t: a person decides; at stake per it is 50% of the cost in yuan, at most 1,000 yuan."
                        + "| 题：由人工判定，每个待定金额为费用（元）的50%，最多1,000元。",
                "refer( $boiler );" + "| t: a person decides, per it; no amount is at stake." + "| 题：每个均由人工判定，没有待定金额。"
            })
    void everyOutcomeIsToldWithItsAmount(String outcome, String en, String zh) {
        Text text = text("", "insured == true", ON_CLAIM, outcome);
        assertThat(text.en())
                .isEqualTo(en + " Asked of the owner: insured against fire."
                        + " Asked of the claim, “the ‘old’ boiler”: heated by gas."
                        + " In force from 1 January 2022. Clause 1.1 of “p”.");
        assertThat(text.zh()).isEqualTo(zh + "对业主的条件：投保火险。对申报事项“‘旧’锅炉”的条件：燃气。自2022年1月1日起施行。依据：《p》条款1.1。");
    }

    @Test
    void whereNothingIsAskedTheTextSaysSo() {
        Text text = text("date-expires \"2023-01-01\"", "", "$boiler : Boiler()", "support( $boiler );");
        assertThat(text.en())
                .contains(" For every owner. Nothing is asked of the claim, “the ‘old’ boiler”."
                        + " In force from 1 January 2022 to 31 December 2022.");
        assertThat(text.zh()).contains("。面向所有业主。对申报事项“‘旧’锅炉”没有条件。自2022年1月1日起施行，2023年1月1日起失效。");
    }

    @Test
    void anItemOnTheApplicantAloneSpeaksOfNoClaim() {
        Text text = text("", "insured == false", "", "support( $applicant );");
        assertThat(text.en())
                .contains("Asked of the owner: not insured against fire. In force")
                .doesNotContain("claim");
        assertThat(text.zh()).contains("对业主的条件：未投保火险。自2022").doesNotContain("申报");
    }

    @Test
    void aDoubtfulTextIsToldByTheTitlesOfItsReadings() {
        RuleBook book = AskedRequests.RULES.book();
        Rule rule = book.rules().stream()
                .filter(one -> one.item().equals("national-design-centre"))
                .findFirst()
                .orElseThrow();
        Text text = RuleSummary.of(book, rule);
        assertThat(text.en())
                .startsWith(
                        "New national industrial design centre: a person decides; at stake per centre is 1,000,000 yuan.")
                .endsWith(" Where the text is doubtful, it is read so:"
                        + " the second sum for design centres, whose receiver is lost, is meant for national ones;"
                        + " new is what was recognised or approved from 6 September 2022 on;"
                        + " an applicant must be registered in Hebei;"
                        + " the measures are in force until they are changed.");
        assertThat(text.zh())
                .endsWith("原文不明确之处的解读：领取对象缺失的第二笔设计中心奖励，视为给予国家级工业设计中心；"
                        + "2022年9月6日及以后认定或批准的，视为新认定、新获批；"
                        + "申请主体须在河北省登记注册；各项措施施行至政策作出变更为止。");
    }

    @Test
    void aReadingWithoutATitleIsToldInFull() {
        String reading = "readings: [ { id: r, text: { en: A doubt. Read so., zh: 有疑问。如此解读。 } } ]\nmeasures:";
        Text text = text("", "insured == true", "", "support( $applicant );", "@reading( \"r\" )", reading);
        assertThat(text.en()).endsWith("Where the text is doubtful, it is read so: A doubt. Read so.");
        assertThat(text.zh()).endsWith("原文不明确之处的解读：有疑问。如此解读。");
    }

    private static Text text(String period, String applicant, String claim, String outcome) {
        return text(period, applicant, claim, outcome, "", "measures:");
    }

    private static Text text(
            String period, String applicant, String claim, String outcome, String reading, String measures) {
        String rules = RULES.formatted(reading, period, applicant, claim, outcome);
        String policy = ManyRules.policy("          - { id: i0, title: { en: t, zh: 题 } }\n")
                .replace("measures:", measures);
        RuleBook book = Dialect.read(
                RuleSources.of(Map.of("vocabulary/v.drl", VOCABULARY, "p/r.drl", rules, "p/policy.yaml", policy)));
        return RuleSummary.of(book, book.rules().get(0));
    }
}
