package io.subsidyrules.faults;

import static java.util.Objects.requireNonNull;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.notice.NoticeCode;
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

/** The page docs/faults.md, whose catalogues are made from the codes, their sentences and their examples. */
final class FaultsPage {

    private static final Path PAGE = Path.of("docs/faults.md");
    private static final Map<FaultCode, String> GROUPS = new EnumMap<>(Map.of(
            FaultCode.FOLDER_UNREADABLE, "Files and characters 文件与字符",
            FaultCode.EXPECTED, "Grammar 语法",
            FaultCode.RESERVED_NAME, "Names 名称",
            FaultCode.VOCABULARY_INCOMPLETE, "Declarations 声明",
            FaultCode.CONSTANT_WITHOUT_ENUM, "Conditions 条件",
            FaultCode.AMOUNT_MISSING, "Outcomes 结果与金额",
            FaultCode.NO_POLICY, "The policy file 政策文件",
            FaultCode.SCENARIO_TWICE, "Scenarios 场景",
            FaultCode.CHANGE_NOT_TRIED, "The service 服务"));

    private FaultsPage() {}

    static String text() throws IOException {
        return Files.readString(PAGE);
    }

    /** The page with its catalogues made anew. */
    static String withGeneratedParts(String page, List<FaultExample> faults, List<NoticeExample> notices)
            throws IOException {
        return between(between(page, "catalogue", catalogue(faults)), "notices", catalogueOfNotices(notices));
    }

    /** The page with another part between two of its comments. */
    static String between(String page, String name, String part) {
        String begin = "<!-- the %s begin".formatted(name);
        int from = page.indexOf("-->\n", page.indexOf(begin)) + 4;
        int to = page.indexOf("<!-- the %s end".formatted(name));
        return page.substring(0, from) + part + page.substring(to);
    }

    static void write(String page) throws IOException {
        Files.writeString(PAGE, page);
    }

    /** The sentences and remedies of all codes. */
    static Properties sentences(String language) throws IOException {
        return read("/io/subsidyrules/fault/faults_%s.properties".formatted(language));
    }

    static Properties sentencesOfNotices(String language) throws IOException {
        return read("/io/subsidyrules/notice/notices_%s.properties".formatted(language));
    }

    private static Properties read(String name) throws IOException {
        try (Reader reader = new InputStreamReader(
                requireNonNull(FaultsPage.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
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

    private static String catalogueOfNotices(List<NoticeExample> examples) throws IOException {
        Properties en = sentencesOfNotices("en");
        Properties zh = sentencesOfNotices("zh");
        StringBuilder catalogue = new StringBuilder();
        for (NoticeCode code : NoticeCode.values()) {
            NoticeExample example = examples.stream()
                    .filter(one -> one.code() == code)
                    .findFirst()
                    .orElseThrow();
            catalogue
                    .append("\n#### %s\n\n%s ".formatted(code, meaning(en, code)))
                    .append("%s\n\n```text\n%s\n```\n".formatted(meaning(zh, code), example.told()));
        }
        return catalogue.append('\n').toString();
    }

    private static String meaning(Properties sentences, Enum<?> code) {
        return requireNonNull(sentences.getProperty(code.name()))
                .replaceAll("%[0-9]\\$s", "…")
                .replaceAll("(?<=[.。])…$", "")
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
