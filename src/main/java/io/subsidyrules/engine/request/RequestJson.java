package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** The JSON of requests: duplicate members are refused, nesting and names are bounded. */
final class RequestJson {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names are compared, never kept: no table that names of equal hash could fill.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private RequestJson() {}

    /** A parser for a part of a request's text. */
    static JsonParser parser(char[] text, int from, int to) throws IOException {
        return JSON.createParser(text, from, to - from);
    }
}
