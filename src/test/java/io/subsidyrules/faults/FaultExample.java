package io.subsidyrules.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mistake in the files of a policy, and the fault that it is told by.
 *
 * @param mistake what was done to the files
 * @param also the codes of what else is told; nothing, where the example is a good one
 */
record FaultExample(FaultCode code, String mistake, RuleSources sources, Place place, List<FaultCode> also) {

    /** The first policy as it was when the examples were written: a change of the policy changes none of them. */
    static final RuleSources RULES = SourceFolder.sources(FirstPolicy.FOLDER);

    private static final Path CATALOGUE = Path.of("src/test/resources/faults.yaml");

    /** Those of faults.yaml, then those that are made here; of each code at least one. */
    static List<FaultExample> all(Path temporary) throws IOException {
        List<FaultExample> all = new ArrayList<>();
        Faults faults = new Faults();
        YamlMap catalogue = YamlFile.parse("faults.yaml", Files.readString(CATALOGUE), faults)
                .orElseThrow();
        catalogue.maps("examples").forEach(example -> all.add(written(example)));
        // The examples write as escapes what no file may hold.
        assertThat(faults.inOrder()).extracting(Fault::code).containsOnly(FaultCode.INVISIBLE_CHARACTER);
        all.addAll(new MadeExamples(temporary).all());
        return all;
    }

    /** The policy with one file changed: the first occurrence of a text becomes another. */
    static RuleSources changed(RuleSources sources, String file, String from, String to) {
        String text = text(sources, file);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("%s has no: %s".formatted(file, from));
        }
        return with(sources, file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    static RuleSources with(RuleSources sources, String file, String text) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    static RuleSources without(RuleSources sources, String file) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.remove(file);
        return new RuleSources(files);
    }

    static String text(RuleSources sources, String file) {
        return new String(requireNonNull(sources.files().get(file), file), StandardCharsets.UTF_8);
    }

    private static FaultExample written(YamlMap example) {
        String file = example.string("file");
        Optional<String> from = example.optionalString("from");
        Optional<String> to = example.optionalString("to");
        Optional<String> second = example.optionalString("second");
        Optional<String> secondTo = example.optionalString("secondTo");
        RuleSources base =
                second.map(added -> with(RULES, added, secondTo.orElseThrow())).orElse(RULES);
        RuleSources sources = from.isPresent()
                ? changed(base, file, from.get(), to.orElseThrow())
                : to.map(text -> with(base, file, text)).orElseGet(() -> without(base, file));
        Place place = new Place(
                example.optionalString("in").orElse(file), example.integer("line"), example.integer("column"));
        FaultExample written = new FaultExample(
                example.constant("code", FaultCode.class),
                from.orElse(file) + " -> " + to.orElse("removed"),
                sources,
                place,
                example.strings("also").stream().map(FaultCode::valueOf).toList());
        example.finish();
        return written;
    }
}
