package io.subsidyrules.lint;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Language;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the small policy, and what {@code rules lint} then finds.
 *
 * @param change what was done to the files
 * @param place of the finding; empty where there is none, although the change comes close to it
 * @param also the codes of what else is found
 */
record LintExample(LintCode code, String change, RuleSources sources, Optional<Place> place, List<String> also) {

    /** A small policy in which nothing is suspicious. */
    static final RuleSources RULES = SourceFolder.sources(Path.of("src/test/resources/lint-rules"));

    private static final Path CATALOGUE = Path.of("src/test/resources/lints.yaml");

    /** Those with a finding, in the order of the catalogue. */
    static List<LintExample> all() throws IOException {
        return read("examples");
    }

    /** Those that come close and have none. */
    static List<LintExample> near() throws IOException {
        return read("near");
    }

    private static List<LintExample> read(String list) throws IOException {
        Faults faults = new Faults();
        YamlMap catalogue = YamlFile.parse("lints.yaml", Files.readString(CATALOGUE), faults)
                .orElseThrow();
        List<LintExample> examples =
                catalogue.maps(list).stream().map(LintExample::written).toList();
        faults.throwIfAny();
        return examples;
    }

    private static LintExample written(YamlMap example) {
        String file = example.string("file");
        String from = example.string("from");
        String to = example.optionalString("to").orElse("");
        RuleSources changed = changed(RULES, file, from, to);
        Optional<String> second = example.optionalString("second");
        if (second.isPresent()) {
            String secondTo = example.optionalString("secondTo").orElse("");
            changed = changed(changed, second.get(), example.string("secondFrom"), secondTo);
        }
        String in = example.optionalString("in").orElse(file);
        Optional<Place> place =
                example.optionalInteger("line").map(line -> new Place(in, line, example.integer("column")));
        LintExample written = new LintExample(
                example.constant("code", LintCode.class), from + " -> " + to, changed, place, example.strings("also"));
        example.finish();
        return written;
    }

    /** The files with another text in one of them: the first occurrence of a text becomes another. */
    static RuleSources changed(RuleSources sources, String file, String from, String to) {
        Map<String, String> texts = sources.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, content -> new String(content.getValue(), StandardCharsets.UTF_8)));
        String text = texts.getOrDefault(file, "");
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("%s has no: %s".formatted(file, from));
        }
        texts.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return RuleSources.of(texts);
    }

    /** All that is found in some files, which have no fault. */
    static List<LintFinding> findings(RuleSources sources) {
        Judgement judgement = Judgement.of(sources);
        if (!judgement.faults().isEmpty()) {
            throw new AssertionError(judgement.faults());
        }
        return Linter.of(sources, judgement, CancellationPoint.NONE);
    }

    /** The finding as staff see it: place and code, the line with a caret, both languages. */
    String told() {
        LintFinding finding = findings(sources).stream()
                .filter(one -> one.code().equals(code.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No %s: %s.".formatted(code, change)));
        return Stream.of(
                        finding.place() + " " + finding.code(),
                        sources.excerpt(finding.place()).toString(),
                        finding.told(Language.EN),
                        finding.told(Language.ZH))
                .collect(Collectors.joining("\n"));
    }
}
