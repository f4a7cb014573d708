package io.subsidyrules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A letter says of every request what the JSON says. */
class StatementPropertiesTest {

    private static final Pattern CLAIMS = Pattern.compile("\\(claims ([0-9, ]+)\\)\\?$");
    private static final Pattern CLAIMS_ZH = Pattern.compile("^申报事项([0-9、]+)：");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** How an item or a claim stands. */
    private record Standing(String title, String status, Optional<String> amount) {}

    @Property(tries = 80)
    void theHtmlShowsTheItemsClaimsAndSumsOfTheJson(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll Explain explain,
            @ForAll Language language)
            throws IOException {
        JsonNode json = JSON.readTree(question.bytes(explain, language));
        Html letter = Html.of(letter(question, explain, language, StatementForm.HTML));
        Phrases phrases = StatementWords.in(language);
        assertThat(letter.parts("article").stream()
                        .flatMap(group -> group.parts("div", "decided").stream()
                                .map(item -> new Standing(
                                        item.texts("h3").get(0),
                                        group.attribute("data-status"),
                                        item.value(phrases.say("amount")))))
                        .toList())
                .isEqualTo(items(json, language));
        List<Html> sections = letter.parts("section", "claim");
        List<Html> standings = letter.parts("table", "standings").stream()
                .flatMap(table -> table.parts("tr").stream())
                .toList();
        for (int i = 0; i < json.path("claims").size(); i++) {
            JsonNode claim = json.path("claims").get(i);
            Html section = sections.get(i);
            assertThat(section.texts("h2").get(0)).contains(claim.path("id").asText());
            String outcome = phrases.say("status." + claim.path("status").asText());
            Html standing = section.parts("dl").get(0);
            assertThat(standing.value(phrases.say("outcome"))).contains(outcome);
            assertThat(standing.value(phrases.say("amount"))).isEqualTo(whereAny(claim.path("amount"), language));
            assertThat(standing.value(phrases.say("atStake"))).isEqualTo(whereAny(claim.path("atStake"), language));
            assertThat(standings.get(i).texts("span")).contains(outcome);
            assertThat(section.parts("div", "decided"))
                    .hasSize(claim.path("items").size());
        }
        assertThat(letter.value(phrases.say("amountOfAll"))).contains(yuan(json.path("total"), language));
        assertThat(letter.value(phrases.say("atStakeOfAll"))).isEqualTo(whereAny(json.path("atStake"), language));
        assertThat(letter.parts("section", "questions").stream()
                        .flatMap(section -> section.parts("tbody").stream())
                        .flatMap(list -> list.parts("th").stream())
                        .mapToInt(asked -> askedOf(asked, language))
                        .sum())
                .isEqualTo(json.path("questions").size());
    }

    /** Of how many fields a question is: of one, or of one of each of the claims that it names. */
    private static int askedOf(Html question, Language language) {
        Matcher claims = (language == Language.ZH ? CLAIMS_ZH : CLAIMS)
                .matcher(question.root().getTextContent());
        return claims.find() ? claims.group(1).split("[,、]", -1).length : 1;
    }

    @Property(tries = 80)
    void theTextShowsTheItemsAndSumsOfTheJsonInTheirOrderOnLinesOf78Columns(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll Explain explain,
            @ForAll Language language)
            throws IOException {
        JsonNode json = JSON.readTree(question.bytes(explain, language));
        String text = letter(question, explain, language, StatementForm.TEXT);
        assertThat(text.lines()
                        .mapToInt(line -> line.codePoints().map(Columns::of).sum())
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(78);
        Phrases phrases = StatementWords.in(language);
        List<Standing> items = items(json, language);
        List<String> expected = new ArrayList<>();
        expected.add(phrases.say("row", phrases.say("amountOfAll"), yuan(json.path("total"), language)));
        items.forEach(item -> {
            expected.add("* " + item.title());
            expected.add(phrases.say("row", phrases.say("outcome"), phrases.say("status." + item.status())));
            item.amount().ifPresent(amount -> expected.add(phrases.say("row", phrases.say("amount"), amount)));
        });
        assertThat(unwrapped(text))
                .containsSubsequence(expected.stream()
                        .map(StatementPropertiesTest::unwrapped)
                        .toList());
        assertThat(text.lines().filter(line -> line.startsWith("  * "))).hasSameSizeAs(items);
    }

    @Property(tries = 20)
    void theSameRequestGetsTheSameBytes(
            @ForAll(supplier = AskedRequests.class) AskedRequest question,
            @ForAll Explain explain,
            @ForAll Language language,
            @ForAll StatementForm form) {
        assertThat(letter(question, explain, language, form)).isEqualTo(letter(question, explain, language, form));
    }

    private static List<Standing> items(JsonNode json, Language language) {
        List<JsonNode> items = new ArrayList<>();
        json.path("claims").forEach(claim -> claim.path("items").forEach(items::add));
        json.path("supports").forEach(items::add);
        return items.stream()
                .map(item -> new Standing(
                        item.path("title").asText(),
                        item.path("status").asText(),
                        item.has("amount") ? Optional.of(yuan(item.path("amount"), language)) : Optional.empty()))
                .toList();
    }

    private static Optional<String> whereAny(JsonNode amount, Language language) {
        return amount.decimalValue().signum() == 0 ? Optional.empty() : Optional.of(yuan(amount, language));
    }

    private static String yuan(JsonNode amount, Language language) {
        BigDecimal value = amount.decimalValue();
        return String.format(Locale.ROOT, "%,.2f", value) + (language == Language.ZH ? "元" : " yuan");
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String letter(AskedRequest question, Explain explain, Language language, StatementForm form) {
        Request read = question.read();
        Answer answer = question.ruleset().evaluate(read, StatementBuilder.explained(explain));
        return new String(
                form.bytes(StatementBuilder.of(
                        question.ruleset(), read, answer, explain, language, new Origin.Evaluated(LocalDate.EPOCH))),
                StandardCharsets.UTF_8);
    }
}
