package io.subsidyrules.regression;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the earlier awards of a scenario that were for the project of a claim, which is paid once. */
final class SameProject {

    private SameProject() {}

    /** The award as one for the project of the claim at that index; empty if it is for another one. */
    static Optional<EarlierAward> of(Request request, int claim, RecordedAward award) {
        Fact fact = request.claims().get(claim).fact();
        boolean own = request.applicant()
                .type()
                .field("id")
                .flatMap(id -> Optional.ofNullable(request.applicant().value(id)))
                .filter(id -> Values.canonical(id).equals(Values.canonical(award.applicant())))
                .isPresent();
        boolean same = fact.type().name().equals(award.claimType())
                && !fact.type().keys().isEmpty()
                && fact.type().keys().stream()
                        .allMatch(key -> isSame(fact.value(key), award.keys().get(key.name()))
                                && (own || key.key() != Field.Key.PROJECT_OF_APPLICANT));
        return same ? Optional.of(new EarlierAward(award.decision(), award.claim(), own, false)) : Optional.empty();
    }

    private static boolean isSame(@Nullable Object claimed, @Nullable Object awarded) {
        Object stated = claimed instanceof Constant constant ? constant.name() : claimed;
        return stated != null && awarded != null && Values.canonical(stated).equals(Values.canonical(awarded));
    }
}
