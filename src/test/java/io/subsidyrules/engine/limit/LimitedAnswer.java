package io.subsidyrules.engine.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks small rulesets with limits. */
public final class LimitedAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private static final RuleSources FOLDER = SourceFolder.sources(Path.of("src/test/resources/limits"));

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @en( "id" ) @zh( "编号" )
                large : Boolean @en( "a large enterprise" ) @zh( "属于大型企业" )
                cap : BigDecimal @range( "0..900000" ) @en( "investment" ) @zh( "投资额" )
                holding : String @en( "holding company" ) @zh( "控股公司" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String FACTS = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare Product extends Claim @en( "product" ) @zh( "产品" )
                name : String @key @en( "name" ) @zh( "名称" )
                kind : String @key @en( "kind" ) @zh( "类别" )
                fresh : Boolean @changeable @en( "new" ) @zh( "属于新产品" )
                price : BigDecimal @changeable @en( "price" ) @zh( "价格" )
            end
            rule "product" @clause( "1.1" ) @per( "product" ) date-effective "2020-01-01"
            when $product : Product( fresh == true, $price : price )
            then award( $product, yuan( $price ).atMost( yuan( 10_000_000 ) ) ); end
            """;

    private static final String POLICY = """
            id: p
            title: { en: products, zh: 产品 }
            issuer: { en: the tests, zh: 测试 }
            issued: 2020-01-01
            source: { en: the tests, zh: 测试 }
            per: [ { id: product, text: { en: product, zh: 产品 } } ]
            measures:
              - number: 1
                title: { en: products, zh: 产品 }
                summary: { en: products, zh: 产品 }
                clauses:
                  - { number: "1.1", title: { en: products, zh: 产品 }, summary: { en: products, zh: 产品 }, items: [ { id: product, title: { en: new product, zh: 新产品 } } ] }
                  - { number: "1.2", title: { en: limit, zh: 限额 }, summary: { en: limit, zh: 限额 } }
                  - { number: "1.3", title: { en: limit, zh: 限额 }, summary: { en: limit, zh: 限额 } }
            """;

    private LimitedAnswer() {}

    /** The fixtures of whole policies. */
    static Ruleset folder() {
        return Ruleset.of(FOLDER);
    }

    /** A policy that gives each new product its price, with a limit for each pattern and outcome. */
    static Ruleset products(String... patternsAndOutcomes) {
        return Ruleset.of(sources("", patternsAndOutcomes));
    }

    /** The files of such a policy. */
    public static RuleSources sources(String scenarios, String... patternsAndOutcomes) {
        StringBuilder rules = new StringBuilder(FACTS);
        for (int i = 0; i < patternsAndOutcomes.length; i += 2) {
            rules.append(
                    "rule \"limit %s\" @clause( \"1.%s\" ) date-effective \"2020-01-01\"\nwhen\n%s\nthen\n%s\nend\n"
                            .formatted(i, i / 2 % 2 + 2, patternsAndOutcomes[i], patternsAndOutcomes[i + 1]));
        }
        String unlimited = patternsAndOutcomes.length == 0 ? "[23]" : patternsAndOutcomes.length == 2 ? "3" : "none";
        String policy = POLICY.replaceAll("(?m)^.*\"1\\." + unlimited + "\".*\n", "");
        Map<String, String> files = new HashMap<>(
                Map.of("vocabulary/facts.drl", VOCABULARY, "p/rules.drl", rules.toString(), "p/policy.yaml", policy));
        if (!scenarios.isEmpty()) {
            files.put("p/p.scenarios.yaml", scenarios);
        }
        return RuleSources.of(files);
    }

    /** Two policies, of which the first, p, limits what the second, q, gives for machines. */
    static Ruleset limitingAnother(String pattern, String outcome) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(sources("", pattern, outcome).files());
        files.put(
                "q/policy.yaml",
                POLICY.replace("id: p\n", "id: q\n")
                        .replaceAll("(?m)^.*\"1\\.[23]\".*\n", "")
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "q/rules.drl",
                FACTS.replace("package p;", "package q;")
                        .replace("declare Product", "declare Machine")
                        .replace(": Product(", ": Machine(")
                        .getBytes(StandardCharsets.UTF_8));
        return Ruleset.of(new RuleSources(files));
    }

    /** A new product of a kind and a price. */
    public static String product(String id, String kind, String price) {
        return """
                {"type":"Product","id":"%s","name":"%s","kind":"%s","fresh":true,"price":%s}""".formatted(id, id, kind, price);
    }

    /** The same without the fact that it is new. */
    static String unknown(String id, String kind, String price) {
        return product(id, kind, price).replace("\"fresh\":true,", "");
    }

    static Request request(Ruleset ruleset, String asOf, String applicant, String... claims) {
        String body = """
                {"asOf":"%s","applicant":{"id":"A1"%s},"claims":[%s]}""".formatted(asOf, applicant, String.join(",", claims));
        return ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1));
    }

    /** A request that asks for one policy alone. */
    static Request requestOf(String policy, Ruleset ruleset, String claim) {
        String body = """
                {"asOf":"2021-12-01","policies":["%s"],"applicant":{"id":"A1"},"claims":[%s]}""".formatted(policy, claim);
        return ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1));
    }

    /** An award that the applicant was given for a product earlier. */
    public static RecordedAward recorded(String decision, String day, String kind, String amount) {
        return new RecordedAward(
                decision,
                0,
                LocalDate.parse(day),
                "p",
                "product",
                "1.1",
                "Product",
                Map.of("name", "of " + decision, "kind", kind),
                "A1",
                Map.of("holding", "H"),
                Yuan.of(amount));
    }

    static Answer with(Ruleset ruleset, Request request, RecordedAward... awards) {
        return ruleset.evaluate(request, Explain.FULL, new EarlierAwards(Map.of(), List.of(awards)));
    }

    static JsonNode json(Answer answer, Language language) {
        try {
            return JSON.readTree(AnswerWriter.bytes(answer, language));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What each claim gets, or has at stake, in short: 400000.00, NOT_ELIGIBLE, at stake 200000.00. */
    static List<String> outcomes(Answer answer) {
        return answer.claims().stream()
                .map(claim -> switch (claim.status()) {
                    case ELIGIBLE -> claim.amount().toString();
                    case NOT_ELIGIBLE -> "-";
                    default -> "at stake " + claim.atStake();
                })
                .toList();
    }

    static Optional<JsonNode> item(Answer answer, int claim, Language language) {
        JsonNode item =
                json(answer, language).path("claims").path(claim).path("items").path(0);
        return item.isMissingNode() ? Optional.empty() : Optional.of(item);
    }
}
