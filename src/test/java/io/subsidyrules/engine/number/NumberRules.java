package io.subsidyrules.engine.number;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ChangeWording;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Question;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A policy of one claim type, whose rules are tried by example. */
final class NumberRules implements AutoCloseable {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "主体" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "编号" )
                establishedOn : LocalDate @en( "date of establishment" ) @zh( "成立日期" )
            end
            declare Claim @en( "claim" ) @zh( "事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private final Ruleset ruleset;

    private NumberRules(String declares, String rules, String items) {
        this(Map.of(), declares, rules, items);
    }

    private NumberRules(Map<String, String> tables, String declares, String rules, String items) {
        Map<String, String> files = new TreeMap<>(tables);
        files.put("vocabulary/v.drl", VOCABULARY);
        files.put(
                "p/rules.drl",
                "package p;\nimport vocabulary.*;\nglobal java.time.LocalDate asOf;\n" + declares + rules);
        files.put("p/policy.yaml", ManyRules.policy(items));
        this.ruleset = Ruleset.of(RuleSources.of(files));
    }

    /** One rule, named i, that is in force from 2020 on. */
    static NumberRules rule(String fields, String when, String then) {
        return new NumberRules(declare(fields), rule("i", "i", when, then), listed("i"));
    }

    /** The same rule beside tables and lists, by their paths. */
    static NumberRules rule(Map<String, String> tables, String declares, String when, String then) {
        return new NumberRules(tables, declares, rule("i", "i", when, then), listed("i"));
    }

    /** Rules of so many items, named i0, i1 and so on. */
    static NumberRules items(String declares, String rules, int count) {
        return new NumberRules(
                declares,
                rules,
                IntStream.range(0, count).mapToObj(i -> listed("i" + i)).collect(Collectors.joining()));
    }

    private static String listed(String id) {
        return "          - { id: %s, title: { en: t, zh: t } }\n".formatted(id);
    }

    static String declare(String fields) {
        return "declare Work extends Claim @en( \"work\" ) @zh( \"工程\" )\n%s\nend\n".formatted(fields);
    }

    static String rule(String name, String item, String when, String then) {
        return """
                rule "%s" @item( "%s" ) @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when %s then %s end
                """.formatted(name, item, when, then);
    }

    Answer answer(String asOf, String facts) {
        String request = """
                {"asOf":"%s","applicant":{"id":"91130100MA0ABCDE10"},"claims":[{"type":"Work","id":"c1"%s}]}""".formatted(asOf, facts.isEmpty() ? "" : "," + facts);
        return ruleset.evaluate(
                ruleset.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH), Explain.CHANGES);
    }

    ItemAnswer item(String facts) {
        return answer("2024-01-01", facts).claims().get(0).items().get(0);
    }

    /** Status, and what is given or at stake. */
    String told(String facts) {
        ItemAnswer item = item(facts);
        return item.status()
                + item.amount().map(yuan -> " " + yuan.amount()).orElse("")
                + item.atStake().map(yuan -> " at stake " + yuan.amount()).orElse("");
    }

    List<String> questions(String facts) {
        return answer("2024-01-01", facts).questions().stream()
                .map(Question::pointer)
                .toList();
    }

    /** What would have to be otherwise, a line for each way. */
    List<String> changes(String facts) {
        return item(facts).explanation().orElseThrow().changes().orElseThrow().stream()
                .map(change -> String.join(
                        ", ",
                        change.fields().stream()
                                .map(fact -> ChangeWording.of(fact, Language.EN))
                                .toList()))
                .toList();
    }

    /** What each way would gain, with what would have to be otherwise. */
    List<String> gains(String facts) {
        List<String> gains = item(facts).explanation().orElseThrow().changes().orElseThrow().stream()
                .map(change -> change.gain().amount().toPlainString())
                .toList();
        List<String> changes = changes(facts);
        return IntStream.range(0, gains.size())
                .mapToObj(i -> gains.get(i) + ": " + changes.get(i))
                .toList();
    }

    /** The sentence of a condition, the period aside. */
    String sentence(int index, Language language) {
        ConditionAnswer condition =
                item("").explanation().orElseThrow().conditions().get(index + 1);
        return condition.seen().text().in(language);
    }

    String calculation(String facts, Language language) {
        return item(facts)
                .explanation()
                .orElseThrow()
                .calculation()
                .orElseThrow()
                .in(language);
    }

    Ruleset ruleset() {
        return ruleset;
    }

    @Override
    public void close() {
        ruleset.close();
    }
}
