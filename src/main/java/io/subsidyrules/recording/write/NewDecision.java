package io.subsidyrules.recording.write;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.recording.project.RecordedAwards;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.writing.LookAlikeForm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A decision together with the awards already in force.
 *
 * @param earlier those awards
 * @param counted those of them that limits counted, as the entry has them; empty if they are too long for it
 */
public record NewDecision(
        PendingDecision recording, RecordedAnswer result, EarlierAwards earlier, Optional<String> counted) {

    /**
     * The member that says in which form projects were compared; without it they were the same where they were written
     * so.
     */
    public static final String FORM = "projectForm";

    public static final String LOOK_ALIKE = "lookAlike";

    /** Where limits counted nothing, the entry has no member for it. */
    private static final String NOTHING = "";

    private static final long MOST_BYTES = 8 << 20;

    /** In bytes of UTF-8. */
    private static final int LONGEST_CHARACTER = 3;

    /** The decision; if no award is in force, its result is the one that the recording has. */
    static NewDecision of(PendingDecision recording, EarlierAwards earlier) {
        if (earlier.equals(EarlierAwards.EMPTY)) {
            return new NewDecision(recording, recording.result(), earlier, Optional.of(NOTHING));
        }
        // A request can be evaluated once only, so it is read again.
        Request request = recording
                .ruleset()
                .reader()
                .readRecorded(recording.body().getBytes(StandardCharsets.UTF_8), recording.today());
        return new NewDecision(
                recording,
                RecordedAnswer.of(recording.ruleset().evaluate(request, Explain.FULL, earlier), recording.language()),
                earlier,
                counted(recording.ruleset(), earlier, request));
    }

    private static Optional<String> counted(Ruleset ruleset, EarlierAwards earlier, Request request) {
        return earlier.counted().isEmpty()
                ? Optional.of(NOTHING)
                : CountedText.of(new RecordedAwards(ruleset)
                        .counted(earlier.counted(), request.applicantId().orElse("")));
    }

    /** Whether it can be recorded as one entry: with the request, of 1 MiB at most, none has more than 11 MiB. */
    boolean fits() {
        long projects = projects().values().stream()
                .mapToLong(project -> project.text().length())
                .sum();
        return result.text().isPresent()
                && counted.isPresent()
                && result.size() + counted.get().length() + projects * LONGEST_CHARACTER <= MOST_BYTES;
    }

    /** The positions of the claims that an amount is awarded to. */
    List<Integer> paid() {
        return result.figures().awards().stream()
                .filter(award ->
                        award.claim() != Award.APPLICANT && award.amount().isPresent())
                .map(Award::claim)
                .distinct()
                .toList();
    }

    /** The rows that its entry has beside the ledger. */
    DecisionRows rows(Entry entry) {
        return DecisionRows.of(
                entry,
                result.figures(),
                recording.application().facts(),
                projects().entrySet().stream()
                        .map(one -> new DecisionRows.PaidClaim(
                                one.getKey(),
                                one.getValue().hashes(),
                                one.getValue().keys()))
                        .toList());
    }

    /** The projects that an amount is awarded to, by the position of the claim. */
    SortedMap<Integer, RecordedRequest.NamedProject> projects() {
        SortedMap<Integer, RecordedRequest.NamedProject> projects = new TreeMap<>();
        for (int claim : paid()) {
            recording.application().claims().get(claim).project().ifPresent(project -> projects.put(claim, project));
        }
        return projects;
    }

    /**
     * The members of its entry in the ledger.
     *
     * @param service the version of the service
     */
    Map<String, Object> members(String service) {
        Map<String, Object> members = new HashMap<>(result.members());
        members.put("id", recording.id().toString());
        members.put("caller", recording.caller());
        recording.application().reference().ifPresent(reference -> members.put("reference", reference));
        recording.key().ifPresent(key -> members.put("idempotencyKey", key.key()));
        members.put("language", recording.language().tag());
        members.put("ruleset", recording.ruleset().version());
        members.put("service", service);
        members.put("request", recording.body());
        members.put("earlierAwards", earlierAwards());
        counted.filter(text -> !text.isEmpty()).ifPresent(text -> members.put(CountedText.MEMBER, text));
        members.put(FORM, (long) LookAlikeForm.VERSION);
        members.put(
                "projects",
                projects().entrySet().stream()
                        .map(one -> Map.of(
                                "claim",
                                (long) one.getKey(),
                                "project",
                                one.getValue().text()))
                        .toList());
        return members;
    }

    private List<Map<String, Object>> earlierAwards() {
        return new TreeMap<>(earlier.byClaim())
                .entrySet().stream()
                        .map(award -> earlierAward(award.getKey(), award.getValue()))
                        .toList();
    }

    private static Map<String, Object> earlierAward(int claim, EarlierAward award) {
        // In the order in which the entry has them, so that the first answer and all later ones have the same bytes.
        Map<String, Object> members = new TreeMap<>();
        members.put("claim", (long) claim);
        members.put("decision", award.decision());
        members.put("earlierClaim", (long) award.claim());
        members.put("sameApplicant", award.sameApplicant());
        if (award.lookAlike()) {
            members.put(LOOK_ALIKE, true);
        }
        return members;
    }
}
