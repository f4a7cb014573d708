package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainAnswer.Failed;
import io.subsidyrules.floor.PlainAnswer.Item;
import io.subsidyrules.floor.PlainAnswer.Status;
import io.subsidyrules.floor.PlainClaim.Project;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation: finds repeats, has each claim judged, and sums up. It shows what the summary of the contract shows. */
final class PlainEvaluation {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    private final PlainRequest request;
    private final PlainPolicy policy;
    private final PlainQuestions questions = new PlainQuestions();
    private final Map<Project, PlainClaim> claimed = new HashMap<>();
    private final Map<Project, PlainClaim> looking = new HashMap<>();

    PlainEvaluation(PlainRequest request) {
        this.request = request;
        this.policy = new PlainPolicy(request.asOf(), request.applicant());
    }

    PlainAnswer answer(String ruleset) {
        List<PlainAnswer.Claim> claims = new ArrayList<>(request.claims().size());
        BigDecimal total = ZERO;
        BigDecimal atStake = ZERO;
        for (PlainClaim claim : request.claims()) {
            PlainAnswer.Claim answer = judge(claim, "/claims/" + claims.size());
            total = total.add(answer.amount());
            atStake = atStake.add(answer.atStake());
            claims.add(answer);
        }
        List<Item> supports = new PlainSupports(request.asOf(), request.applicant()).items();
        questions.add(supports, "applicant");
        return new PlainAnswer(
                request.asOf().toString(),
                new PlainAnswer.Ruleset(ruleset),
                "CNY",
                total,
                atStake,
                questions.ranked(),
                claims,
                notRefused(supports));
    }

    private PlainAnswer.Claim judge(PlainClaim claim, String pointer) {
        List<Item> items = policy.items(claim, pointer);
        Project project = claim.project();
        PlainClaim earlier = project == null ? null : claimed.putIfAbsent(project.canonical(), claim);
        if (project != null && earlier != null) {
            return repeat(claim, items, repeatOf(earlier, project, pointer));
        }
        questions.add(items, claim.type());
        PlainClaim alike = project == null ? null : looking.putIfAbsent(project.lookAlike(), claim);
        return alike == null
                ? summary(claim, items, null)
                : summary(claim, items.stream().map(Item::referred).toList(), alike.id());
    }

    private static Failed repeatOf(PlainClaim earlier, Project project, String pointer) {
        return new Failed(
                pointer + "/" + project.field(),
                "repeat",
                "the same project is claimed for already, by the claim " + earlier.id(),
                project.name(),
                earlier.id());
    }

    private static PlainAnswer.Claim repeat(PlainClaim claim, List<Item> items, Failed why) {
        List<Item> refused = new ArrayList<>(items.size());
        for (Item item : items) {
            refused.add(item.refused(why));
        }
        return new PlainAnswer.Claim(claim.id(), claim.type(), Status.NOT_ELIGIBLE, ZERO, ZERO, null, refused);
    }

    private static PlainAnswer.Claim summary(PlainClaim claim, List<Item> items, @Nullable String lookAlikeOf) {
        Status status = Status.NOT_ELIGIBLE;
        BigDecimal amount = ZERO;
        BigDecimal atStake = ZERO;
        for (Item item : items) {
            if (item.status().compareTo(status) < 0) {
                status = item.status();
            }
            if (item.amount() != null) {
                amount = amount.add(item.amount());
            }
            // Of one claim's items with an amount each asks for another level or prize: at most one of them will hold.
            if (item.atStake() != null) {
                atStake = atStake.max(item.atStake());
            }
        }
        List<Item> shown = status == Status.NOT_ELIGIBLE ? items : notRefused(items);
        return new PlainAnswer.Claim(claim.id(), claim.type(), status, amount, atStake, lookAlikeOf, shown);
    }

    private static List<Item> notRefused(List<Item> items) {
        List<Item> shown = new ArrayList<>(items.size());
        for (Item item : items) {
            if (!item.isRefused()) {
                shown.add(item);
            }
        }
        return shown;
    }
}
