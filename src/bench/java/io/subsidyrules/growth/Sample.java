package io.subsidyrules.growth;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.bench.BenchmarkRequest;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules, and a request to them. */
record Sample(RuleSources rules, String request) {

    /** The claims of a request where it is something else that grows. */
    static final int CLAIMS = 5;

    private static final String VOCABULARY = "vocabulary/";

    private static final String REQUEST = """
            {"asOf":"2023-05-01","applicant":{"id":"91130100MA0ABCDE10","kind":"ENTERPRISE","divisionCode":"130100",\
            "establishedOn":"2010-05-01"},"claims":[%s]}""";

    /** The first policy with claims of all kinds. */
    static Sample ofFirstPolicy(int claims) {
        return new Sample(SourceFolder.sources(FirstPolicy.FOLDER), BenchmarkRequest.of(claims));
    }

    static Sample of(GeneratedPolicy policy, int claims, IntFunction<String> claim) {
        return of(List.of(policy), claims, claim);
    }

    /**
     * Policies side by side.
     *
     * @param claim the claim of this number, in JSON
     */
    static Sample of(List<GeneratedPolicy> policies, int claims, IntFunction<String> claim) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SourceFolder.sources(FirstPolicy.FOLDER).files().forEach((path, content) -> {
            if (path.startsWith(VOCABULARY)) {
                files.put(path, content);
            }
        });
        for (GeneratedPolicy policy : policies) {
            policy.files().forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        }
        String request =
                REQUEST.formatted(IntStream.range(0, claims).mapToObj(claim).collect(Collectors.joining(",")));
        return new Sample(new RuleSources(files), request);
    }
}
