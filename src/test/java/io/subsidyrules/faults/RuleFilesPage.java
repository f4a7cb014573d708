package io.subsidyrules.faults;

import static java.util.Objects.requireNonNull;

import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The page docs/rule-files.md, whose catalogue of faults is made from the codes, their sentences and their examples. */
final class RuleFilesPage {

    private static final Path PAGE = Path.of("docs/rule-files.md");
    private static final String BEGIN = "<!-- the catalogue begins -->\n";
    private static final String END = "<!-- the catalogue ends -->\n";
    private static final Map<FaultCode, String> GROUPS = new EnumMap<>(Map.of(
            FaultCode.FILE_UNREADABLE, "Files and characters 文件与字符",
            FaultCode.EXPECTED, "Grammar 语法",
            FaultCode.RESERVED_NAME, "Names 名称",
            FaultCode.VOCABULARY_INCOMPLETE, "Declarations 声明",
            FaultCode.CONSTANT_WITHOUT_ENUM, "Conditions 条件",
            FaultCode.AMOUNT_MISSING, "Outcomes 结果与金额",
            FaultCode.NO_POLICY, "The policy file 政策文件",
            FaultCode.SCENARIO_TWICE, "Scenarios 场景"));

    private RuleFilesPage() {}

    static String text() throws IOException {
        return Files.readString(PAGE);
    }

    /** The page with its catalogue made anew. */
    static String withCatalogue(String page, List<FaultExample> examples) throws IOException {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + catalogue(examples) + page.substring(page.indexOf(END));
    }

    static void write(String page) throws IOException {
        Files.writeString(PAGE, page);
    }

    /** The sentences and remedies of all codes. */
    static Properties sentences(String language) throws IOException {
        String name = "/io/subsidyrules/policy/faults_%s.properties".formatted(language);
        try (Reader reader = new InputStreamReader(
                requireNonNull(RuleFilesPage.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties sentences = new Properties();
            sentences.load(reader);
            return sentences;
        }
    }

    private static String catalogue(List<FaultExample> examples) throws IOException {
        Properties en = sentences("en");
        Properties zh = sentences("zh");
        StringBuilder catalogue = new StringBuilder();
        for (FaultCode code : FaultCode.values()) {
            if (GROUPS.containsKey(code)) {
                catalogue.append("\n### ").append(GROUPS.get(code)).append('\n');
            }
            FaultExample example = examples.stream()
                    .filter(one -> one.code() == code)
                    .findFirst()
                    .orElseThrow();
            catalogue
                    .append("\n#### %s\n\n%s ".formatted(code, meaning(en, code)))
                    .append("%s\n\n```text\n%s\n```\n".formatted(meaning(zh, code), told(example)));
        }
        return catalogue.append('\n').toString();
    }

    private static String meaning(Properties sentences, FaultCode code) {
        return requireNonNull(sentences.getProperty(code.name()))
                .replaceAll("%[0-9]\\$s", "…")
                .replace("*", "\\*");
    }

    private static String told(FaultExample example) {
        Fault fault = Diagnosis.of(example.sources()).stream()
                .filter(one -> one.code() == example.code() && one.place().equals(example.place()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No %s at %s: FaultCatalogueTest says what there is instead."
                                .formatted(example.code(), example.place())));
        return Diagnosis.told(fault, example.sources());
    }
}
