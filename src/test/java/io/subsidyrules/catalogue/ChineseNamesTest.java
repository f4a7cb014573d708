package io.subsidyrules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schemas of types whose names, fields and constants are Chinese. */
class ChineseNamesTest {

    private final Vocabulary vocabulary = Dialect.read(SourceFolder.sources(Path.of("src/test/resources/chinese")))
            .vocabulary();
    private final FactType garden = vocabulary.claim("园林").orElseThrow();

    @Test
    void theSchemaNamesTypeFieldsAndConstantsAsTheRuleFileDoes() {
        JsonNode properties = new FactTypeSchema(vocabulary, Language.EN)
                .of(garden, Currency.CNY, FactTypeResource.path(garden))
                .path("properties");
        assertThat(properties.path("type").path("const").textValue()).isEqualTo("园林");
        assertThat(properties.path("面积").path("title").textValue()).isEqualTo("area in hectares");
        assertThat(properties.path("等级").toString()).contains("国家级", "省级");
    }

    @Test
    void theSchemasPathIsAUriOfPlainCharacters() {
        assertThat(FactTypeResource.path(garden)).isEqualTo("/v1/claim-types/%E5%9B%AD%E6%9E%97");
    }
}
