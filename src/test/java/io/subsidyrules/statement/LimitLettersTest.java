package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A letter tells of limits, in the words that each outcome needs. */
class LimitLettersTest {

    /** 400,000 yuan for an international standard, 250,000 for a national one, at most 1,000,000 in a year. */
    private static final Ruleset RULES = Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/limits")));

    private static final String FIRST = standard("c1", "INTERNATIONAL") + "," + standard("c2", "INTERNATIONAL");
    private static final String USED_UP = FIRST + "," + standard("c3", "INTERNATIONAL") + ",";

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
