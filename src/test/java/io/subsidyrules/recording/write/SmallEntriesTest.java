package io.subsidyrules.recording.write;

import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.api.SentClaim;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a decision leaves in the ledger is small beside its request, and says all that was answered. */
class SmallEntriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final int OF_EVERY_ENTRY = 4_096;
    private static final int MOST_TIMES = 10;

    @Property(tries = 300)
    void anEntryIsSmallAndGivesTheVeryBytesThatWereAnswered(
            @ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll Language language) {
        Answer answer = question.ruleset().evaluate(question.read(), Explain.FULL);
        NewDecision decided = NewDecision.of(
                recording(question.ruleset(), question.read(), answer, question.sent(), language), EarlierAwards.EMPTY);
        Entry entry = entry(decided);
        assertThat(DecisionRows.of(Entry.read(entry.json()))).isEqualTo(decided.rows(entry));
        ResultText kept = ResultText.of(Entry.read(entry.json()).members());
        assertThat(kept.bytes()).isEqualTo(AnswerWriter.bytes(answer, language));
        assertThat(kept.figures()).isEqualTo(RecordedAnswer.figures(answer));
        assertThat(ResultText.disagreement(entry.members())).isEmpty();
        assertIsSmall(entry, question.sent());
    }

    /** The request of which the full text is 150 times as long. */
    @Example
    void aThousandClaimsThatSayNothingAreASmallEntry() {
        byte[] sent = claims(1_000, id -> claim("HostedStandard", "c" + id));
        assertIsSmall(entry(sent, EarlierAwards.EMPTY), sent);
    }

    @Example
    void aThousandAwardsAreASmallEntryAlsoWhereAllWerePaidBefore() {
        byte[] sent = claims(1_000, id -> hosted("c" + id, "GB/T " + id + "-2020"));
        Entry awarded = entry(sent, EarlierAwards.EMPTY);
        assertThat(awarded.members().get("total")).isEqualTo("300000000.00");
        assertIsSmall(awarded, sent);
        Map<Integer, EarlierAward> earlier = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            earlier.put(i, new EarlierAward(UUID.randomUUID().toString(), i, i % 2 == 0, i % 3 == 0));
        }
        assertIsSmall(entry(sent, new EarlierAwards(earlier)), sent);
    }

    /** U+FDFA is a phrase of eighteen letters in the form in which projects are compared. */
    @Example
    void keysThatBecomeLongerAreASmallEntryOrRefused() {
        String longest = "\uFDFA".repeat(26);
        byte[] sent = claims(1_000, id -> hosted("c" + id, longest + " " + id));
        assertIsSmall(entry(sent, EarlierAwards.EMPTY), sent);
        byte[] longer = claims(1, id -> hosted("c" + id, longest + "\uFDFA\uFDFA"));
        assertThatThrownBy(() -> entry(longer, EarlierAwards.EMPTY))
                .isInstanceOfSatisfying(RequestFaultsException.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.code())
                        .containsExactly(RequestFault.Code.TOO_LONG));
    }

    private static void assertIsSmall(Entry entry, byte[] sent) {
        assertThat(entry.json().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(MOST_TIMES * sent.length + OF_EVERY_ENTRY);
    }

    private static byte[] claims(int count, IntFunction<SentClaim> claim) {
        List<SentClaim> claims = IntStream.range(0, count).mapToObj(claim).toList();
        return request(claims).asOf("2023-05-01").json().getBytes(StandardCharsets.UTF_8);
    }

    private static Entry entry(byte[] sent, EarlierAwards earlier) {
        Request request = AskedRequests.RULES.reader().readRecorded(sent, TODAY);
        Answer answer = AskedRequests.RULES.evaluate(request, Explain.FULL, EarlierAwards.EMPTY);
        Request again = AskedRequests.RULES.reader().readRecorded(sent, TODAY);
        return entry(NewDecision.of(recording(AskedRequests.RULES, again, answer, sent, Language.EN), earlier));
    }

    private static Entry entry(NewDecision decided) {
        return Head.START.next(EntryKind.DECISION, decided.members("0.1.0"), Instant.parse("2026-11-28T01:00:00Z"));
    }

    private static PendingDecision recording(
            Ruleset ruleset, Request request, Answer answer, byte[] sent, Language language) {
        return new PendingDecision(
                UUID.randomUUID(),
                "portal",
                Optional.empty(),
                language,
                ruleset,
                RuleSources.of(Map.of()),
                new String(sent, StandardCharsets.UTF_8),
                TODAY,
                RecordedRequest.of(request, new String(sent, StandardCharsets.UTF_8)),
                List.of(),
                RecordedAnswer.of(answer, language));
    }
}
