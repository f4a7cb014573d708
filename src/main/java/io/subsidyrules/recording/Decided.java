package io.subsidyrules.recording;

import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.AnswerWriter;
import io.subsidyrules.engine.EarlierAward;
import io.subsidyrules.engine.EarlierAwards;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.ItemAnswer;
import io.subsidyrules.engine.Project;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Status;
import io.subsidyrules.writing.LookAlikeForm;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision together with the awards that stand already.
 *
 * @param result the answer as JSON
 * @param earlier those awards
 */
record Decided(Recording recording, Answer answer, String result, EarlierAwards earlier) {

    /** The place of what is awarded to the applicant itself, beside the positions of the claims. */
    static final int APPLICANT = -1;

    /** The member that says in which form projects were compared; without it they were the same where they were written so. */
    static final String FORM = "projectForm";

    static final String LOOK_ALIKE = "lookAlike";

    private static final long MOST_CHARACTERS = 20_000_000;

    /** The decision; if no award stands, it is the answer that the recording has. */
    static Decided of(Recording recording, EarlierAwards earlier) {
        if (earlier.equals(EarlierAwards.EMPTY)) {
            return new Decided(recording, recording.answer(), recording.result(), earlier);
        }
        // A request can be evaluated once only, so it is read again.
        Request request = recording
                .ruleset()
                .reader()
                .readRecorded(recording.body().getBytes(StandardCharsets.UTF_8), recording.today());
        Answer answer = recording.ruleset().evaluate(request, Explain.FULL, earlier);
        return new Decided(recording, answer, text(answer, recording), earlier);
    }

    /** Whether its entry is within the 64 MiB that every reader of the ledger takes: a character becomes three bytes at most. */
    static boolean fits(String request, String result) {
        return (long) request.length() + result.length() <= MOST_CHARACTERS;
    }

    boolean fits() {
        return fits(recording.body(), result);
    }

    private static String text(Answer answer, Recording recording) {
        return new String(AnswerWriter.bytes(answer, recording.language()), StandardCharsets.UTF_8);
    }

    /** The eligible items, by the position of the claim. */
    Map<Integer, List<ItemAnswer>> eligible() {
        Map<Integer, List<ItemAnswer>> eligible = new LinkedHashMap<>();
        for (int i = 0; i < answer.claims().size(); i++) {
            eligible.put(i, eligible(answer.claims().get(i).items()));
        }
        eligible.put(APPLICANT, eligible(answer.supports()));
        return eligible;
    }

    private static List<ItemAnswer> eligible(List<ItemAnswer> items) {
        return items.stream().filter(item -> item.status() == Status.ELIGIBLE).toList();
    }

    /** The projects that an amount is awarded to, by the position of the claim. */
    Map<Integer, Project> projects() {
        Map<Integer, Project> projects = new LinkedHashMap<>();
        for (int claim : paid()) {
            recording.request().claimedProject(claim).project().ifPresent(project -> projects.put(claim, project));
        }
        return projects;
    }

    /** The positions of the claims that an amount is awarded to. */
    List<Integer> paid() {
        return eligible().entrySet().stream()
                .filter(claim -> claim.getKey() != APPLICANT)
                .filter(claim ->
                        claim.getValue().stream().anyMatch(item -> item.amount().isPresent()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The members of its entry in the ledger.
     *
     * @param service the version of the service
     */
    Map<String, Object> members(String service) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", recording.id().toString());
        members.put("caller", recording.caller());
        recording.request().reference().ifPresent(reference -> members.put("reference", reference));
        recording.key().ifPresent(key -> members.put("idempotencyKey", key.key()));
        members.put("language", recording.language().tag());
        members.put("ruleset", recording.ruleset().version());
        members.put("service", service);
        members.put("request", recording.body());
        members.put("result", result);
        members.put("earlierAwards", earlierAwards());
        members.put(FORM, (long) LookAlikeForm.VERSION);
        members.put(
                "projects",
                projects().entrySet().stream()
                        .map(one -> Map.of(
                                "claim",
                                (long) one.getKey(),
                                "project",
                                one.getValue().canonical().text()))
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
