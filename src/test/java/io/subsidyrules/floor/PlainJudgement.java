package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainAnswer.Failed;
import io.subsidyrules.floor.PlainAnswer.Status;
import io.subsidyrules.floor.PlainApplicant.ApplicantKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The judgement of one item: its conditions are put to it one by one, in the order in which answers tell them. */
final class PlainJudgement {

    private static final String POLICY = "hebei-quality-2022";

    private static final LocalDate START = LocalDate.of(2022, 9, 6);

    private final PlainItem item;
    private final LocalDate asOf;
    private String place = "";
    private @Nullable List<String> missing;
    private @Nullable List<Failed> failed;

    private PlainJudgement(PlainItem item, LocalDate asOf) {
        this.item = item;
        this.asOf = asOf;
    }

    /** What every item asks for: it is in force, and the applicant is registered in Hebei. */
    static PlainJudgement inHebei(PlainItem item, LocalDate asOf, PlainApplicant applicant) {
        String code = applicant.divisionCode();
        return new PlainJudgement(item, asOf)
                .since(PlainCondition.IN_FORCE, asOf, START)
                .on("/applicant")
                .check(PlainCondition.IN_HEBEI, code, code != null && code.startsWith("13"));
    }

    /** What most items ask for: also, the applicant is an enterprise. */
    static PlainJudgement ofEnterprise(PlainItem item, LocalDate asOf, PlainApplicant applicant) {
        return inHebei(item, asOf, applicant).is(PlainCondition.ENTERPRISE, applicant.kind(), ApplicantKind.ENTERPRISE);
    }

    /** The fact whose fields the next conditions read. */
    PlainJudgement on(String pointer) {
        place = pointer;
        return this;
    }

    PlainJudgement yes(PlainCondition condition, @Nullable Boolean actual) {
        return check(condition, actual, actual != null && actual);
    }

    PlainJudgement is(PlainCondition condition, @Nullable Enum<?> actual, Enum<?> wanted) {
        return check(condition, actual, actual == wanted);
    }

    PlainJudgement positive(PlainCondition condition, @Nullable BigDecimal actual) {
        return check(condition, actual, actual != null && actual.signum() > 0);
    }

    PlainJudgement since(PlainCondition condition, @Nullable LocalDate actual, LocalDate first) {
        return check(condition, actual, actual != null && !actual.isBefore(first));
    }

    PlainJudgement byNow(PlainCondition condition, @Nullable LocalDate actual) {
        return check(condition, actual, actual != null && !actual.isAfter(asOf));
    }

    /** The date so many years later lies after today. */
    PlainJudgement runs(PlainCondition condition, @Nullable LocalDate actual, int years) {
        return check(
                condition, actual, actual != null && actual.plusYears(years).isAfter(asOf));
    }

    /** The date so many years later has come. */
    PlainJudgement isOver(PlainCondition condition, @Nullable LocalDate actual, int years) {
        return check(
                condition, actual, actual != null && !actual.plusYears(years).isAfter(asOf));
    }

    /** A condition that is unknown where the field is, and else holds or fails. */
    PlainJudgement check(PlainCondition condition, @Nullable Object actual, boolean holds) {
        if (actual == null) {
            addMissing(place + "/" + condition.field);
        } else if (!holds) {
            Object told = actual instanceof LocalDate ? actual.toString() : actual;
            addFailed(new Failed(place + "/" + condition.field, condition.source, condition.text, told, null));
        }
        return this;
    }

    /** The item's answer where its amount is fixed, or it has none. */
    PlainAnswer.Item answer() {
        return answer(item.amount);
    }

    /** The item's answer where its amount is computed, as far as what that takes is known, and has a ceiling. */
    PlainAnswer.Item atMostCeiling(@Nullable BigDecimal amount) {
        return answer(amount == null ? item.amount : amount.min(item.amount));
    }

    private PlainAnswer.Item answer(BigDecimal amount) {
        if (failed != null) {
            return answer(Status.NOT_ELIGIBLE, null, null);
        }
        if (missing != null) {
            return answer(Status.UNDETERMINED, null, amount);
        }
        return switch (item.outcome) {
            case AWARD -> answer(Status.ELIGIBLE, amount, null);
            case SUPPORT -> answer(Status.ELIGIBLE, null, null);
            case REFER -> answer(Status.REFERRED, null, amount);
        };
    }

    private PlainAnswer.Item answer(Status status, @Nullable BigDecimal amount, @Nullable BigDecimal atStake) {
        return new PlainAnswer.Item(
                item.id,
                POLICY,
                item.clause,
                item.outcome,
                status,
                amount,
                atStake,
                status == Status.UNDETERMINED ? missing : null,
                failed,
                item.title);
    }

    private void addMissing(String pointer) {
        if (missing == null) {
            missing = new ArrayList<>(2);
        }
        if (!missing.contains(pointer)) {
            missing.add(pointer);
        }
    }

    private void addFailed(Failed one) {
        if (failed == null) {
            failed = new ArrayList<>(2);
        }
        failed.add(one);
    }
}
