package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.fault.Faults;
import io.subsidyrules.yaml.YamlFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The layout does not depend on the one that a file has, and loses nothing. */
class RandomLayoutTest {

    private static final Pattern COMMENT =
            Pattern.compile("// (?:above|behind)|/\\* (?:above|behind|within)|# (?:above|behind)$", Pattern.MULTILINE);
    private static final Pattern BLANK = Pattern.compile("\\s+");

    @Provide
    static Arbitrary<LayoutFiles.Written> rules() {
        return files(".drl", Stream.concat(LayoutFiles.authored().stream(), LayoutFiles.honest().stream()));
    }

    @Provide
    static Arbitrary<LayoutFiles.Written> yaml() {
        return files(".yaml", LayoutFiles.authored().stream());
    }

    private static Arbitrary<LayoutFiles.Written> files(String end, Stream<LayoutFiles.Written> files) {
        return Arbitraries.of(files.filter(file -> file.path().endsWith(end)).toList());
    }

    @Property(tries = 150)
    void blanksAndLineBreaksOfARuleFileChangeNothing(@ForAll("rules") LayoutFiles.Written file, @ForAll long seed) {
        String other = new RandomLayout(seed, false).ofRules(file.text());
        assertThat(CanonicalLayout.of(file.path(), other)).isEqualTo(CanonicalLayout.of(file.path(), file.text()));
    }

    @Property(tries = 50)
    void blanksAndLineBreaksOfAYamlFileChangeNothing(@ForAll("yaml") LayoutFiles.Written file, @ForAll long seed) {
        String other = new RandomLayout(seed, false).ofYaml(file.text());
        assertThat(CanonicalLayout.of(file.path(), other)).isEqualTo(CanonicalLayout.of(file.path(), file.text()));
    }

    @Property(tries = 150)
    void aRuleFileKeepsItsWordsAndComments(@ForAll("rules") LayoutFiles.Written file, @ForAll long seed) {
        keepsAll(file.path(), new RandomLayout(seed, true).ofRules(file.text()));
    }

    @Property(tries = 50)
    void aYamlFileKeepsItsValuesAndComments(@ForAll("yaml") LayoutFiles.Written file, @ForAll long seed) {
        keepsAll(file.path(), new RandomLayout(seed, true).ofYaml(file.text()));
    }

    /** Whatever has no fault has a layout: where one would say anything else, there would be an exception. */
    @Property(tries = 1_000)
    void allNotationsOfYamlHaveALayout(@ForAll long seed) {
        String text = RandomYaml.file(seed);
        Faults faults = new Faults();
        YamlFile.parse("a/b.scenarios.yaml", text, faults);
        Assume.that(faults.isEmpty());
        String layout = CanonicalLayout.of("a/b.scenarios.yaml", text);
        assertThat(CanonicalLayout.of("a/b.scenarios.yaml", layout)).isEqualTo(layout);
    }

    private static void keepsAll(String path, String text) {
        String layout = CanonicalLayout.of(path, text);
        assertThat(CanonicalLayout.of(path, layout)).isEqualTo(layout);
        assertThat(comments(layout)).isEqualTo(comments(text));
        if (path.endsWith(".drl")) {
            assertThat(BLANK.matcher(layout).replaceAll(""))
                    .isEqualTo(BLANK.matcher(text).replaceAll(""));
        }
    }

    private static List<String> comments(String text) {
        return COMMENT.matcher(text.replace("\r", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
