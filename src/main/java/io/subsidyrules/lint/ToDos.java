package io.subsidyrules.lint;

import io.subsidyrules.lint.comment.Comments;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Comments that say that something is still to be done. */
final class ToDos {

    /** As a word: 待定金额, an amount at stake, says nothing of the kind. */
    private static final Pattern MARK = Pattern.compile("(?:(?:TODO|FIXME)(?!\\w)|(?:待办|待定)(?!\\p{L})).*");

    private ToDos() {}

    static Stream<LintFinding> of(Comments comments) {
        return comments.all()
                .filter(comment -> MARK.matcher(comment.text()).matches())
                .map(comment -> LintFinding.of(comment.place(), LintCode.TO_DO, comment.text()));
    }
}
