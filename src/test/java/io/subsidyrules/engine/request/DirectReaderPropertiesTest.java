package io.subsidyrules.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the direct reader reads of a request, the full reader reads too; and it reads whatever is usual. */
class DirectReaderPropertiesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<ObjectWriter> WRITERS = List.of(
            JSON.writer(),
            JSON.writerWithDefaultPrettyPrinter(),
            JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII));

    @Provide
    Arbitrary<AskedRequest> requests() {
        return Arbitraries.oneOf(
                        AskedRequests.to(AskedRequests.RULES),
                        AskedRequests.to(AskedRequests.SPECIMEN),
                        AskedRequests.to(AskedRequests.MEMBERS))
                .withoutEdgeCases();
    }

    @Property(tries = 1000)
    void aRequestWithoutAFaultIsReadDirectly(@ForAll("requests") AskedRequest asked, @ForAll long seed)
            throws IOException {
        BothReaders readers = new BothReaders(asked.ruleset());
        assertThat(readers.readDirectly(asked.sent())).isTrue();
        Random random = new Random(seed);
        JsonNode shuffled = shuffled(JSON.readTree(asked.sent()), random);
        byte[] written = WRITERS.get(random.nextInt(WRITERS.size())).writeValueAsBytes(shuffled);
        assertThat(readers.readDirectly(written)).isTrue();
    }

    /** The same with the members of each object in another order. */
    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            ArrayNode shuffled = JSON.createArrayNode();
            array.forEach(element -> shuffled.add(shuffled(element, random)));
            return shuffled;
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode shuffled = JSON.createObjectNode();
            names.forEach(name -> shuffled.set(name, shuffled(object.get(name), random)));
            return shuffled;
        }
        return node;
    }

    @Property(tries = 1000)
    void ofAChangedRequestTheDirectReaderReadsWhatTheFullReaderReadsOrNothing(
            @ForAll("requests") AskedRequest asked, @ForAll long seed) {
        BothReaders readers = new BothReaders(asked.ruleset());
        RandomChanges changes = new RandomChanges(seed);
        for (int i = 0; i < 40; i++) {
            readers.readDirectly(changes.of(asked.sent()));
        }
    }
}
