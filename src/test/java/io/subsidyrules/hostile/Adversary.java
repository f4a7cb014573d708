package io.subsidyrules.hostile;

import io.subsidyrules.dialect.source.RuleSources;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of the largest size that is to keep the reader busy. */
record Adversary(String name, RuleSources sources) {

    static final String POLICY = "specimen-2022/policy.yaml";
    static final String SCENARIOS = "specimen-2022/x.scenarios.yaml";
    static final int SIZE = 256 * 1024;

    private static final String HEAD =
            "package specimen_2022;\nimport vocabulary.*;\nglobal java.time.LocalDate asOf;\n";

    /** A text over and over, at the beginning of a rule file. */
    static Adversary repeated(String name, String part) {
        return rules(name, "", number -> part, "");
    }

    /** Parts between a beginning and an end, behind the head that a rule file has. */
    static Adversary rules(String name, String before, IntFunction<String> part, String after) {
        return of(name, "specimen-2022/x.drl", HEAD + before, part, after);
    }

    /** Parts over and over within one condition on the applicant. */
    static Adversary condition(String name, String part) {
        return rules(name, "rule \"x\" when Applicant( ", number -> part, " ) then end\n");
    }

    /** The same in a file that has another place in the folder. */
    static Adversary of(String name, String path, String before, IntFunction<String> part, String after) {
        int room = SIZE - bytes(before) - bytes(after);
        StringBuilder text = new StringBuilder(before);
        String next = part.apply(0);
        for (int number = 1; bytes(next) <= room; number++) {
            text.append(next);
            room -= bytes(next);
            next = part.apply(number);
        }
        return new Adversary(name, Specimen.with(path, text.append(after).toString()));
    }

    /** So many parts, however large they come to be. */
    static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return name;
    }
}
