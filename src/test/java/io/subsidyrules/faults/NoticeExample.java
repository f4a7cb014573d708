package io.subsidyrules.faults;

import static io.subsidyrules.faults.FaultExample.RULES;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Language;
import io.subsidyrules.yaml.YamlFile;
import io.subsidyrules.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the files of a policy after which they are sound and look wrong, and the notice that tells of it.
 *
 * @param change what was done to the files
 * @param before the files as they were
 * @param also the codes of what else is told
 */
record NoticeExample(
        NoticeCode code, String change, RuleSources before, RuleSources sources, Place place, List<NoticeCode> also) {

    private static final Path CATALOGUE = Path.of("src/test/resources/notices.yaml");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** The first policy, and a small one beside it. */
    private static final RuleSources PATENTS = FaultExample.with(
            FaultExample.with(RULES, "patents-2024/policy.yaml", """
            id: patents-2024
            title: { en: Patents, zh: 专利 }
            issuer: { en: An example, zh: 示例 }
            issued: 2024-01-01
            source: { en: An example, zh: 示例 }
            per: [ { id: patent, text: { en: patent, zh: 件专利 } } ]
            measures:
              - number: 1
                title: { en: Patents, zh: 专利 }
                summary: { en: A patent is rewarded., zh: 奖励专利。 }
                clauses:
                  - number: "1.1"
                    title: { en: Patents, zh: 专利 }
                    summary: { en: A patent is rewarded., zh: 奖励专利。 }
                    items:
                      - { id: patent, title: { en: Patent, zh: 专利 } }
                      - { id: patent-abroad, title: { en: Patent abroad, zh: 境外专利 } }
            """), "patents-2024/patents.drl", """
            package patents_2024;

            import vocabulary.*;

            declare Patent extends Claim
                @en( "patent" ) @zh( "专利" )
                number : String @key @en( "number of the patent" ) @zh( "专利号" )
                abroad : Boolean @en( "granted abroad" ) @zh( "境外授权" )
            end

            rule "patent" @clause( "1.1" ) @per( "patent" ) date-effective "2024-01-01"
            when
                $patent : Patent( abroad == false )
            then
                award( $patent, yuan( 1_000 ) );
            end

            rule "patent-abroad" @clause( "1.1" ) @per( "patent" ) date-effective "2024-01-01"
            when
                $patent : Patent( abroad == true )
            then
                award( $patent, yuan( 5_000 ) );
            end
            """);

    /** Those of notices.yaml, and a policy without scenarios and one that is gone. */
    static List<NoticeExample> all(Path temporary) throws IOException {
        List<NoticeExample> all = new ArrayList<>();
        Faults faults = new Faults();
        YamlMap catalogue = YamlFile.parse("notices.yaml", Files.readString(CATALOGUE), faults)
                .orElseThrow();
        for (YamlMap example : catalogue.maps("examples")) {
            all.add(written(example, temporary.resolve("notice-" + all.size())));
        }
        faults.throwIfAny();
        all.add(new NoticeExample(
                NoticeCode.POLICY_WITHOUT_SCENARIOS,
                "a policy is added",
                RULES,
                PATENTS,
                Place.startOf("patents-2024/policy.yaml"),
                List.of()));
        RuleSources withoutKey = FaultExample.changed(PATENTS, "patents-2024/patents.drl", "String @key", "String");
        all.add(new NoticeExample(
                NoticeCode.CLAIM_WITHOUT_KEY,
                "a key is taken away",
                PATENTS,
                withoutKey,
                new Place("patents-2024/patents.drl", 5, 9),
                List.of(NoticeCode.POLICY_WITHOUT_SCENARIOS)));
        all.add(new NoticeExample(
                NoticeCode.PAST_ANSWERS_CHANGED,
                "an amount is changed in place",
                PATENTS,
                FaultExample.changed(PATENTS, "patents-2024/patents.drl", "1_000", "1_200"),
                new Place("patents-2024/patents.drl", 11, 6),
                List.of(NoticeCode.POLICY_WITHOUT_SCENARIOS)));
        all.add(new NoticeExample(
                NoticeCode.ITEM_REMOVED,
                "an item is removed",
                PATENTS,
                withoutAnItem(),
                Place.startOf("patents-2024/policy.yaml"),
                List.of(NoticeCode.POLICY_WITHOUT_SCENARIOS)));
        all.add(new NoticeExample(
                NoticeCode.CURRENCY_CHANGED,
                "a policy gets another currency",
                PATENTS,
                inPounds(),
                Place.startOf("patents-2024/policy.yaml"),
                List.of(NoticeCode.POLICY_WITHOUT_SCENARIOS)));
        all.add(new NoticeExample(
                NoticeCode.POLICY_REMOVED, "a policy is removed", PATENTS, RULES, Place.startOf("."), List.of()));
        return all;
    }

    /** Everything that looks wrong, in the files and in the change that made them; they have no fault. */
    static List<Notice> noticesOf(RuleSources before, RuleSources sources) {
        Judgement judgement = Judgement.of(sources);
        if (!judgement.faults().isEmpty()) {
            throw new AssertionError(judgement.faults());
        }
        try (Ruleset live = Ruleset.of(before)) {
            return Stream.concat(
                            Notices.of(sources, judgement).stream(),
                            Notices.ofChange(live.book(), judgement.ruleset().orElseThrow(), TODAY).stream())
                    .toList();
        }
    }

    /** The notice as staff see it. */
    String told() {
        Notice notice = noticesOf(before, sources).stream()
                .filter(one -> one.code() == code && one.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No %s at %s.".formatted(code, place)));
        return Stream.of(
                        notice.place() + " " + notice.code(),
                        sources.excerpt(notice.place()).toString(),
                        notice.told(Language.EN),
                        notice.told(Language.ZH))
                .filter(part -> !part.isBlank())
                .reduce((first, next) -> first + "\n" + next)
                .orElseThrow();
    }

    private static NoticeExample written(YamlMap example, Path folder) throws IOException {
        String file = example.string("file");
        Optional<String> from = example.optionalString("from");
        String to = example.optionalString("to").orElseThrow();
        RuleSources changed = from.isPresent()
                ? FaultExample.changed(RULES, file, from.get(), to)
                : FaultExample.with(RULES, file, to);
        Optional<String> second = example.optionalString("second");
        if (second.isPresent()) {
            String secondTo = example.optionalString("secondTo").orElseThrow();
            Optional<String> secondFrom = example.optionalString("secondFrom");
            changed = secondFrom.isPresent()
                    ? FaultExample.changed(changed, second.get(), secondFrom.get(), secondTo)
                    : FaultExample.with(changed, second.get(), secondTo);
        }
        NoticeExample written = new NoticeExample(
                example.constant("code", NoticeCode.class),
                from.orElse(file) + " -> " + to,
                RULES,
                read(changed, folder),
                new Place(
                        example.optionalString("in").orElse(file), example.integer("line"), example.integer("column")),
                example.strings("also").stream().map(NoticeCode::valueOf).toList());
        example.finish();
        return written;
    }

    private static RuleSources withoutAnItem() {
        String policy = FaultExample.text(PATENTS, "patents-2024/policy.yaml");
        String rules = FaultExample.text(PATENTS, "patents-2024/patents.drl");
        return FaultExample.with(
                FaultExample.with(
                        PATENTS,
                        "patents-2024/policy.yaml",
                        policy.lines()
                                .filter(line -> !line.contains("patent-abroad"))
                                .collect(Collectors.joining("\n"))),
                "patents-2024/patents.drl",
                rules.substring(0, rules.indexOf("rule \"patent-abroad\"")));
    }

    private static RuleSources inPounds() {
        return FaultExample.with(
                FaultExample.changed(PATENTS, "patents-2024/policy.yaml", "issued:", "currency: GBP\nissued:"),
                "patents-2024/patents.drl",
                FaultExample.text(PATENTS, "patents-2024/patents.drl").replace("yuan(", "gbp("));
    }

    /** As the folder is read, names that are passed over included. */
    private static RuleSources read(RuleSources sources, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : sources.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
        return SourceFolder.sources(folder);
    }
}
