package io.subsidyrules.sample;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Resource;
import java.util.Map;

/** A small policy and a request to it, with which the service tries itself before others ask it. */
public final class SamplePolicy {

    private SamplePolicy() {}

    /** Its rule files. */
    public static RuleSources sources() {
        return RuleSources.of(Map.of(
                "vocabulary/vocabulary.drl", text("vocabulary.drl"),
                "sample/sample.drl", text("sample.drl"),
                "sample/policy.yaml", text("policy.yaml")));
    }

    /** The request, of two claims, one of which is awarded something. */
    public static String request() {
        return text("request.json");
    }

    private static String text(String name) {
        return Resource.text(SamplePolicy.class, name);
    }
}
