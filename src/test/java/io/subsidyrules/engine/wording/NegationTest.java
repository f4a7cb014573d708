package io.subsidyrules.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That something is not so has one negation, in the words that the title has for it. */
class NegationTest {

    @ParameterizedTest
    @CsvSource({
        "属于僵尸企业, 不属于僵尸企业",
        "不属于僵尸企业, 属于僵尸企业",
        "具备独立法人资格, 不具备独立法人资格",
        "列入失信名单, 未列入失信名单",
        "未列入失信名单, 列入失信名单",
        "被列入失信名单, 未被列入失信名单",
        "已取得许可, 未取得许可",
        "有欠税, 没有欠税",
        "没有欠税, 有欠税",
        "无失信记录, 有失信记录",
        "投保火险, 未投保火险",
        "在岗, 不在岗",
        "工程完好, 并非工程完好",
        "有限责任公司, 并非有限责任公司",
        "无锡企业, 并非无锡企业",
        "未来产业企业, 并非未来产业企业",
        "在建项目, 并非在建项目",
        "首次购房, 并非首次购房"
    })
    void aChineseTitleIsDeniedByItsVerb(String title, String negation) {
        assertThat(Negation.of(title, Language.ZH)).isEqualTo(negation);
    }

    @ParameterizedTest
    @CsvSource({"insured against fire, not insured against fire", "not a first-time buyer, a first-time buyer"})
    void anEnglishTitleIsDeniedByNot(String title, String negation) {
        assertThat(Negation.of(title, Language.EN)).isEqualTo(negation);
    }
}
