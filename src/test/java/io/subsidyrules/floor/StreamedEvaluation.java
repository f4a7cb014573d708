package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainAnswer.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One evaluation: finds repeats, has each claim judged, and sums up. Amounts are in fen. */
final class StreamedEvaluation {

    private final LocalDate asOf;
    private final StreamedQuestions questions = new StreamedQuestions();
    private final List<Judged> claims;
    private final List<StreamedItem> supports;
    private long total;
    private long atStake;

    StreamedEvaluation(LocalDate asOf, StreamedApplicant applicant, List<StreamedClaim> claims) {
        StreamedJudge judge = new StreamedJudge(asOf, applicant);
        StreamedKeys keys = new StreamedKeys(claims);
        this.asOf = asOf;
        this.claims = new ArrayList<>(claims.size());
        for (StreamedClaim claim : claims) {
            Judged judged = judged(claim, judge.items(claim), keys);
            total += judged.amount();
            atStake += judged.atStake();
            this.claims.add(judged);
        }
        this.supports = judge.supports();
        questions.add(supports, -1);
    }

    /**
     * A claim with its items.
     *
     * @param repeats the earlier claim for the same project; then each item is refused for it
     * @param lookAlikeOf the earlier claim for a project that looks like the same
     */
    record Judged(
            StreamedClaim claim,
            List<StreamedItem> items,
            Status status,
            long amount,
            long atStake,
            @Nullable StreamedClaim repeats,
            @Nullable StreamedClaim lookAlikeOf) {}

    LocalDate asOf() {
        return asOf;
    }

    long total() {
        return total;
    }

    long atStake() {
        return atStake;
    }

    List<StreamedQuestions.Open> questions() {
        return questions.ranked();
    }

    List<Judged> claims() {
        return claims;
    }

    List<StreamedItem> supports() {
        return supports;
    }

    private Judged judged(StreamedClaim claim, List<StreamedItem> items, StreamedKeys keys) {
        StreamedClaim earlier = keys.repeated(claim);
        if (earlier != null) {
            return new Judged(claim, items, Status.NOT_ELIGIBLE, 0, 0, earlier, null);
        }
        questions.add(items, claims.size());
        StreamedClaim alike = keys.alike(claim);
        Status status = Status.NOT_ELIGIBLE;
        long amount = 0;
        long stake = 0;
        for (StreamedItem item : items) {
            if (alike != null) {
                item.refer();
            }
            if (item.status().compareTo(status) < 0) {
                status = item.status();
            }
            amount += Math.max(item.amount(), 0);
            // Of one claim's items with an amount each asks for another level or prize: at most one of them will hold.
            stake = Math.max(stake, item.atStake());
        }
        return new Judged(claim, items, status, amount, stake, null, alike);
    }
}
