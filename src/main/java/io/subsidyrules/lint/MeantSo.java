package io.subsidyrules.lint;

import io.subsidyrules.fault.Spelling;
import io.subsidyrules.lint.comment.Comment;
import io.subsidyrules.lint.comment.Comments;
import io.subsidyrules.notice.NoticeCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comment by which an author says that something suspicious is meant so, with the reason:
 * {@code // meant so: CODE, reason}.
 *
 * @param code of the findings, as it is written
 * @param reason empty if there is none
 */
record MeantSo(Comment comment, String code, String reason) {

    /** Only words behind a comma are a reason. */
    private static final Pattern FORM = Pattern.compile(
            "(?:meant so|有意如此)\\s*[:：]\\s*(\\w*)\\s*(?:[,，]\\s*(.*)|[^,，].*)?", Pattern.CASE_INSENSITIVE);

    /** The codes of all that can be meant so: what tells of these comments cannot, nor what tells of a change. */
    private static final List<String> CODES = Stream.concat(
                    Stream.of(LintCode.values())
                            .filter(code -> code.compareTo(LintCode.MEANT_SO_WITHOUT_REASON) < 0)
                            .map(Enum::name),
                    Stream.of(NoticeCode.values())
                            .filter(code -> code.compareTo(NoticeCode.PAST_ANSWERS_CHANGED) < 0)
                            .map(Enum::name))
            .toList();

    /** The findings that no comment says to be meant so, and those on such comments. */
    static List<LintFinding> without(List<LintFinding> findings, Comments comments) {
        Set<MeantSo> used = new HashSet<>();
        List<LintFinding> left = new ArrayList<>();
        for (LintFinding finding : findings) {
            List<MeantSo> meant = comments.on(finding.place())
                    .flatMap(comment -> of(comment).stream())
                    .filter(one -> one.isSound() && one.code.equals(finding.code()))
                    .toList();
            used.addAll(meant);
            if (meant.isEmpty()) {
                left.add(finding);
            }
        }
        comments.all()
                .flatMap(comment -> of(comment).stream())
                .flatMap(one -> one.finding(used.contains(one)).stream())
                .forEach(left::add);
        return left;
    }

    private static Optional<MeantSo> of(Comment comment) {
        Matcher form = FORM.matcher(comment.text());
        return form.matches()
                ? Optional.of(new MeantSo(comment, form.group(1), form.group(2) == null ? "" : form.group(2)))
                : Optional.empty();
    }

    private boolean isSound() {
        return CODES.contains(code) && !reason.isBlank();
    }

    private Optional<LintFinding> finding(boolean used) {
        if (!CODES.contains(code)) {
            return Optional.of(LintFinding.of(
                    comment.place(),
                    LintCode.MEANT_SO_UNKNOWN,
                    code,
                    Spelling.question(code, CODES).get()));
        }
        if (reason.isBlank()) {
            return Optional.of(LintFinding.of(comment.place(), LintCode.MEANT_SO_WITHOUT_REASON, code));
        }
        return used ? Optional.empty() : Optional.of(LintFinding.of(comment.place(), LintCode.MEANT_SO_UNUSED, code));
    }
}
