package io.subsidyrules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Approved examples of scenario files and policy files, as somebody wrote them and as they are laid out. */
class YamlLayoutTest {

    private static String layout(String text) {
        return CanonicalLayout.of("a/b.scenarios.yaml", text);
    }

    private static void isCanonical(String text) {
        assertThat(layout(text)).isEqualTo(text);
    }

    @Test
    void groupsAndListsAreIndentedByTwo() {
        assertThat(layout("""
                asOf:   2024-01-01
                scenarios:
                - name:  One
                  applicant:
                       kind: ENTERPRISE
                  claims:
                     -   - a
                         - b
                     -
                       type: Works
                """)).isEqualTo("""
                asOf: 2024-01-01
                scenarios:
                  - name: One
                    applicant:
                      kind: ENTERPRISE
                    claims:
                      - - a
                        - b
                      - type: Works
                """);
    }

    @Test
    void whatIsInBracketsIsOnOneLineWithBlanksWithin() {
        assertThat(layout("""
                a: {b: 1,c:   [x,"y" , {z: 1.00}],
                    d: { }, e: [], f: , "g": 2}
                h: [ i: j ]
                """)).isEqualTo("""
                a: { b: 1, c: [ x, "y", { z: 1.00 } ], d: {}, e: [], f:, "g": 2 }
                h: [ { i: j } ]
                """);
    }

    @Test
    void whatIsTooWideInBracketsIsWrittenInLines() {
        String value = "v".repeat(60);
        String fits = "a: { b: { c: " + value + ", d: " + value + " }, e: " + value.substring(8);
        isCanonical(fits + " }\n");
        assertThat(layout(fits + "wide }\n"))
                .isEqualTo("a:\n  b: { c: " + value + ", d: " + value + " }\n  e: " + value.substring(8) + "wide\n");
    }

    @Test
    void chineseCharactersCountTwoColumns() {
        String value = "中".repeat(96);
        isCanonical("a: [ " + value + " ]\n");
        assertThat(layout("a: [ " + value + "文 ]\n")).isEqualTo("a:\n  - " + value + "文\n");
    }

    @Test
    void textsAreNeverFoldedAndThoseThatAreBecomeOneLine() {
        String text = "long ".repeat(100) + "text";
        isCanonical("a: " + text + "\nb: \"" + text + "\"\n");
        assertThat(layout("a: some\n  plain\n  text\nb: 'in\n\n  two parts'\nc: \"an \\\n   escaped\n   break \"\n"))
                .isEqualTo("a: some plain text\nb: 'in\n\n  two parts'\nc: \"an escaped break \"\n");
    }

    @Test
    void textsInLinesAreIndentedAndKeepTheirLines() {
        assertThat(layout("""
                a: |
                     one
                       two

                     three


                b: >-   # folded
                 one

                 two
                c: |+
                    kept

                d: |3
                     indented
                    less
                """)).isEqualTo("""
                a: |
                  one
                    two

                  three

                b: >- # folded
                  one

                  two
                c: |+
                  kept

                d: |2
                    indented
                   less
                """);
    }

    @Test
    void numbersAndQuotesAreLeftAsTheyAre() {
        isCanonical("a: 1_000_000\nb: 1000000.00\nc: \"1.1\"\nd: 'it''s'\ne: 0130\nf: ~\ng:\nh: \"\\u4e2d\"\n");
    }

    @Test
    void blankLinesAreKeptOneAtATimeButNotBelowAName() {
        assertThat(
                        layout(
                                "\n\n# Head.\n\n\na: 1\n\n\nb:\n\n  - c\n\n\n  # Of d.\n\n  - d\ne:\n\n  # Of f.\n  f: 2\n\n\n"))
                .isEqualTo("# Head.\n\na: 1\n\nb:\n  - c\n\n  # Of d.\n\n  - d\ne:\n  # Of f.\n  f: 2\n");
    }

    @Test
    void commentsStayWhereTheyBelong() {
        assertThat(layout("""
                # Of the file.
                a:   1 #   of a
                b:     # of b
                    # Of the first.
                    - c # of c
                    -   # of d
                        d: 1
                        # At the end of d.
                      # At the end of b.
                 # Of e.
                e:
                  # Of the value.
                  x
                f: { g: 1 }   # of f
                # At the end.""")).isEqualTo("""
                # Of the file.
                a: 1 #   of a
                b: # of b
                  # Of the first.
                  - c # of c
                  # of d
                  - d: 1
                    # At the end of d.
                  # At the end of b.
                # Of e.
                e:
                  # Of the value.
                  x
                f: { g: 1 } # of f
                # At the end.
                """);
    }

    @Test
    void aCommentWithinBracketsHasTheirMembersOnLines() {
        assertThat(layout("a: [ # of a\n  b, # of b\n  # Of c.\n  { c: 1 }\n  # At the end.\n] # behind\nd: 1\n"))
                .isEqualTo("""
                a: # of a
                  - b # of b
                  # Of c.
                  - { c: 1 }
                  # At the end.
                # behind
                d: 1
                """);
    }

    @Test
    void aNumberSignWithinAValueIsNoComment() {
        isCanonical("a: \"x # y\"\nb: x#y\nc: 'x # y' # z\nd: |\n  # text\n");
    }

    @Test
    void referencesAndTypesAreKept() {
        assertThat(layout("""
                a:  &one   { b: 1 }
                c: &two
                    d:   !!str  12
                e: [*one , *two]
                f:
                 <<:  *two
                 g: !!map {h: *one}
                i:
                  - &three
                    j: 1
                k: &name  key
                *name : 2
                """)).isEqualTo("""
                a: &one { b: 1 }
                c: &two
                  d: !!str 12
                e: [ *one, *two ]
                f:
                  <<: *two
                  g: !!map { h: *one }
                i:
                  - &three
                    j: 1
                k: &name key
                *name : 2
                """);
    }

    @Test
    void theSignsOfADocumentGo() {
        assertThat(layout("%YAML 1.1\n# Head.\n---\na: 1\n...\n")).isEqualTo("# Head.\na: 1\n");
    }

    @Test
    void anExplicitNameIsWrittenAsOthersAreUnlessItHasSeveralLines() {
        assertThat(layout("?   a\n:   b\n?   |\n    c\n:\n    d: 1\n")).isEqualTo("a: b\n? |\n  c\n:\n  d: 1\n");
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsGo() {
        assertThat(layout("\uFEFFa: 1  \r\nb:\r\n  - c\r\n")).isEqualTo("a: 1\nb:\n  - c\n");
    }

    @Test
    void aScenarioFileMayHaveCommentsAloneOrNothing() {
        assertThat(layout("")).isEmpty();
        assertThat(layout("\n  # Later.\t\n\n\n#Much later.")).isEqualTo("# Later.\n\n#Much later.\n");
    }

    @Test
    void charactersOfTwoJavaCharactersShiftNothing() {
        assertThat(layout("a: [\"😀😀\",  b] # 😀\n'😀':   c\n")).isEqualTo("a: [ \"😀😀\", b ] # 😀\n'😀': c\n");
    }
}
