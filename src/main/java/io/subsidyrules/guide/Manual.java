package io.subsidyrules.guide;

import io.subsidyrules.text.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents that come with the service, written in Markdown and in English, in the order in which they are listed.
 */
enum Manual {
    GLOSSARY,
    RULE_FILES,
    POLICY_FOLDER,
    LANGUAGE,
    FAULTS,
    EXPLANATIONS,
    QUESTIONS,
    CONTRACT,
    INTEGRATING,
    CLIENTS,
    RECORDING,
    DECISIONS_SEARCH,
    LEDGER,
    OPERATING,
    RELIABILITY,
    BENCHMARKS;

    private static final String HEADING = "# ";

    /** The document of that name. */
    static Optional<Manual> of(String slug) {
        return Stream.of(values()).filter(manual -> manual.slug().equals(slug)).findFirst();
    }

    /** The last part of its path: {@code rule-files}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its heading. */
    String title() {
        return text().lines()
                .filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()))
                .findFirst()
                .orElseThrow();
    }

    /** All of it, in Markdown. */
    String text() {
        return Objects.requireNonNull(Texts.ALL.get(this));
    }

    private String read() {
        return Resource.text(Manual.class, "docs/" + slug() + ".md");
    }

    /** The texts, which are read once, when the first is asked for. */
    private static final class Texts {

        private static final Map<Manual, String> ALL =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(manual -> manual, Manual::read));
    }
}
