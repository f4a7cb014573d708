package io.subsidyrules.lint.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Comments are found where they are, and speak of their line, of the line below, or of the file. */
class CommentsTest {

    private static final Comments COMMENTS = Comments.of(
            RuleSources.of(Map.of("a/rules.drl", """

            // first
            /* and
             * more */
            package a;
            rule "x // no comment" // behind

            // apart

            // above
            // directly
            rule "y"
            """, "a/policy.yaml", """
            # first
            title: "no # comment" # behind
            it's: 1 # after an apostrophe
            tables:
              # on the table
              - file: awards # and here
            source: a#b
            """, "a/awards.csv", "a,b\n# none,1\n")));

    @Test
    void commentsAreFoundAndWhatOnlyLooksLikeOneIsNot() {
        assertThat(COMMENTS.all().map(Comment::text))
                .containsExactly(
                        "first",
                        "behind",
                        "after an apostrophe",
                        "on the table",
                        "and here",
                        "first",
                        "and",
                        "more",
                        "behind",
                        "apart",
                        "above",
                        "directly");
    }

    @Test
    void aCommentSpeaksOfItsLineAndOfTheLineDirectlyBelow() {
        assertThat(on("a/rules.drl", 6, 6)).containsExactly("behind");
        assertThat(on("a/rules.drl", 12, 6)).containsExactly("directly", "above");
        assertThat(on("a/rules.drl", 9, 1)).containsExactly("apart");
        assertThat(on("a/policy.yaml", 3, 1)).containsExactly("after an apostrophe");
    }

    @Test
    void theFirstCommentSpeaksOfTheFile() {
        assertThat(on("a/rules.drl", 1, 1)).containsExactly("first", "and", "more");
        assertThat(on("a/policy.yaml", 1, 1)).containsExactly("first");
    }

    @Test
    void ofATableSpeaksTheLineThatNamesItsFile() {
        assertThat(on("a/awards.csv", 2, 1)).containsExactly("and here", "on the table");
        assertThat(on("a/award.csv", 2, 1)).isEmpty();
    }

    private static List<String> on(String file, int line, int column) {
        return COMMENTS.on(new Place(file, line, column)).map(Comment::text).toList();
    }
}
