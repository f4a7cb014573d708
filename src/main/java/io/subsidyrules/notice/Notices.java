package io.subsidyrules.notice;

import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what looks wrong in the files of a rules folder, and in a change of them. */
public final class Notices {

    /** The order of notices. */
    public static final Comparator<Notice> ORDER = Comparator.comparing(Notice::place)
            .thenComparing(Notice::code)
            .thenComparing(notice -> notice.text().en());

    private Notices() {}

    /**
     * The notices of files, in the order of the files.
     *
     * @param judgement what was found of the files; of files with faults, the names and the scenario files, and the
     *     rules where only scenarios fail
     */
    public static List<Notice> of(RuleSources sources, Judgement judgement) {
        List<Notice> notices = new ArrayList<>(FileNotices.of(sources, judgement));
        judgement.rules().ifPresent(rules -> {
            notices.addAll(RuleNotices.of(rules));
            notices.addAll(SummaryNotices.of(rules.book()));
        });
        judgement.ruleset().ifPresent(ruleset -> judgement
                .coverage()
                .ifPresent(coverage ->
                        notices.addAll(new ScenarioNotices(sources, ruleset, judgement.scenarios(), coverage).all())));
        return inOrder(notices);
    }

    /**
     * The notices of a change.
     *
     * @param today answers for earlier days have been given already
     */
    public static List<Notice> ofChange(RuleBook before, Ruleset after, LocalDate today) {
        return inOrder(new ChangeNotices(before, after.book(), today).all());
    }

    /** Whether a notice tells of a change, and not of the files as they are. */
    public static boolean isOfChange(Notice notice) {
        return notice.code().compareTo(NoticeCode.PAST_ANSWERS_CHANGED) >= 0;
    }

    /** Whether a notice tells of a file as a whole, and not of what is written in it. */
    public static boolean isOfFile(Notice notice) {
        return notice.code().compareTo(NoticeCode.SCENARIO_FILE_EMPTY) <= 0;
    }

    private static List<Notice> inOrder(List<Notice> notices) {
        return notices.stream().distinct().sorted(ORDER).toList();
    }
}
