package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The content of a file, by which a layout is held against it, notices all that a layout must not change. */
class WrittenFileTest {

    private static final String RULE = """
            package a;

            rule "b" // c
            when
                A( d == 1_000 ) /* e */
            then
            end
            """;

    private static final String YAML = """
            a: &x { b: 1_000, c: "2" } # d
            e: [ *x, f ]
            """;

    private static List<String> rule(String text) {
        return RuleFile.read("a/b.drl", text).content();
    }

    private static List<String> yaml(String text) {
        return YamlText.read("a/b.scenarios.yaml", text).content();
    }

    @Test
    void blanksAndLineBreaksAreNoContent() {
        assertThat(rule(RULE.replace("( d", "(\n   d"))).isEqualTo(rule(RULE));
        assertThat(yaml(YAML.replace(", c", ",\n    c").replace(": ", ":   "))).isEqualTo(yaml(YAML));
    }

    @Test
    void aWordThatIsSpeltOtherwiseIsOtherContent() {
        assertThat(rule(RULE.replace("1_000", "1000"))).isNotEqualTo(rule(RULE));
        assertThat(rule(RULE.replace("\"b\"", "\"b \""))).isNotEqualTo(rule(RULE));
        assertThat(rule(RULE.replace(" )", ", f == 1 )"))).isNotEqualTo(rule(RULE));
    }

    @Test
    void aValueTypeOrReferenceThatDiffersIsOtherContent() {
        assertThat(yaml(YAML.replace("1_000", "1000"))).isNotEqualTo(yaml(YAML));
        assertThat(yaml(YAML.replace("\"2\"", "2"))).isNotEqualTo(yaml(YAML));
        assertThat(yaml(YAML.replace("*x, f", "f, *x"))).isNotEqualTo(yaml(YAML));
        assertThat(yaml(YAML.replace("[ *x, f ]", "{ f: *x }"))).isNotEqualTo(yaml(YAML));
        assertThat(yaml(YAML.replace("f ]", "!!str f ]"))).isNotEqualTo(yaml(YAML));
    }

    @Test
    void aCommentThatIsMissingOrElsewhereIsOtherContent() {
        assertThat(rule(RULE.replace("// c", ""))).isNotEqualTo(rule(RULE));
        assertThat(rule(RULE.replace("/* e */", "").replace("( d", "( /* e */ d")))
                .isNotEqualTo(rule(RULE));
        assertThat(yaml(YAML.replace("# d", "# D"))).isNotEqualTo(yaml(YAML));
    }
}
