package io.subsidyrules.lint;

import static java.util.Objects.requireNonNull;

import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page docs/lint.md, whose catalogue is made from the codes, their sentences and their examples. */
final class LintPage {

    private static final Path PAGE = Path.of("docs/lint.md");
    private static final Path CATALOGUE = Path.of("src/test/resources/lints.yaml");
    private static final String BEGIN = "<!-- the lints begin: made from the codes and their examples -->\n";
    private static final String END = "<!-- the lints end -->";

    private LintPage() {}

    static String text() throws IOException {
        return Files.readString(PAGE);
    }

    static void write(String page) throws IOException {
        Files.writeString(PAGE, page);
    }

    /** The page with its catalogue made anew. */
    static String made(String page) throws IOException {
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + catalogue()
                + page.substring(page.indexOf(END));
    }

    private static String catalogue() throws IOException {
        Map<LintCode, YamlMap> told = told();
        List<LintExample> examples = LintExample.all();
        StringBuilder catalogue = new StringBuilder();
        for (LintCode code : LintCode.values()) {
            YamlMap of = requireNonNull(told.get(code), code.name());
            LintExample example = examples.stream()
                    .filter(one -> one.code() == code)
                    .findFirst()
                    .orElseThrow();
            catalogue
                    .append("\n#### %s\n\n%s %s\n"
                            .formatted(code, meaning(code, Language.EN), meaning(code, Language.ZH)))
                    .append("\n**Found where** %s\n".formatted(begun(of.string("when"))))
                    .append("\n**Why it matters.** %s\n".formatted(of.string("why")))
                    .append("\n```text\n%s\n```\n".formatted(example.told()))
                    .append("\n**To mend it.** %s\n".formatted(of.string("mend")));
        }
        return catalogue.append('\n').toString();
    }

    private static Map<LintCode, YamlMap> told() throws IOException {
        return YamlFile.parse("lints.yaml", Files.readString(CATALOGUE), new Faults())
                .orElseThrow()
                .maps("codes")
                .stream()
                .collect(Collectors.toMap(code -> code.constant("code", LintCode.class), Function.identity()));
    }

    /** The condition as it goes on from "found where": in a small letter. */
    private static String begun(String condition) {
        return condition.substring(0, 1).toLowerCase(Locale.ROOT) + condition.substring(1);
    }

    private static String meaning(LintCode code, Language language) {
        return TextCatalogue.beside(LintCode.class, "lints")
                .template(code.name(), language)
                .replaceAll("%[0-9]\\$s", "…");
    }
}
