package io.subsidyrules.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps openapi.yaml a file that a person can read: what is longer stands beside it. */
class ContractShapeTest {

    private static final int LINES = 5_200;
    private static final int LINES_OF_AN_EXAMPLE = 40;
    private static final OpenApiFile FILE = OpenApiFile.read();

    @Test
    void theFileHasFewerLinesThanItMayHave() throws IOException {
        assertThat(Files.readAllLines(Path.of("openapi.yaml"))).hasSizeLessThan(LINES);
    }

    @Test
    void noMediaTypeHasMoreThanOneExample() {
        List<String> several = new ArrayList<>();
        contents("", FILE.tree(), several);
        assertThat(several).isEmpty();
    }

    @Test
    void noExampleIsLong() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("openapi.yaml"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(" +value:.*")) {
                int end = i + 1;
                while (indent(lines.get(end)) > indent(lines.get(i))) {
                    end++;
                }
                assertThat(end - i - 1)
                        .as("lines of the example at line %d", i + 1)
                        .isLessThanOrEqualTo(LINES_OF_AN_EXAMPLE);
            }
        }
    }

    @Test
    void everyObjectHasAName() {
        List<String> nameless = new ArrayList<>();
        objects("", FILE.tree(), nameless);
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"decide, recorded", "dryRun, look-alike", "revokeDecision, revoked"})
    void whatIsShownInShortIsItsFileWithoutTheReasons(String operation, String name) {
        JsonNode answer = ExampleFiles.read(ExampleFiles.of(operation, name)).path("answer");
        for (JsonNode claim : answer.at("/result/claims")) {
            shorten((ArrayNode) claim.path("items"));
        }
        shorten((ArrayNode) answer.at("/result/supports"));
        JsonNode example = FILE.tree().at("/components/examples/" + name);
        assertThat(example.path("x-depth").asText()).isEqualTo("summary");
        if (!Boolean.getBoolean("docs.write")
                || !ExampleText.rewrittenInContract("/components/examples/" + name + "/value", answer)) {
            assertThat(OpenApiFile.text(example.path("value"))).isEqualTo(OpenApiFile.text(answer));
        }
    }

    /** By the rule of a summary, for items of which one at least is not NOT_ELIGIBLE. */
    private static void shorten(ArrayNode items) {
        for (Iterator<JsonNode> each = items.iterator(); each.hasNext(); ) {
            ObjectNode item = (ObjectNode) each.next();
            if (item.path("status").asText().equals("NOT_ELIGIBLE")) {
                each.remove();
            }
            item.remove(List.of("calculation", "conditions"));
        }
    }

    private static void contents(String place, JsonNode tree, List<String> several) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            String inside = place + "/" + member.getKey();
            if (member.getKey().equals("content")) {
                for (Map.Entry<String, JsonNode> media : member.getValue().properties()) {
                    if (media.getValue().path("examples").size() > 1) {
                        several.add(inside + "/" + media.getKey());
                    }
                }
            } else if (!member.getKey().equals("examples")) {
                contents(inside, member.getValue(), several);
            }
        }
    }

    /** Where a schema of objects stands that is none of the named ones. */
    private static void objects(String place, JsonNode tree, List<String> nameless) {
        if (tree instanceof ArrayNode) {
            for (int i = 0; i < tree.size(); i++) {
                objects(place + "/" + i, tree.get(i), nameless);
            }
        }
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            String inside = place + "/" + member.getKey();
            if (member.getKey().equals("type")
                    && isObject(member.getValue())
                    && !place.matches("/components/schemas/[A-Za-z]+")) {
                nameless.add(place);
            }
            if (!member.getKey().equals("value")) {
                objects(inside, member.getValue(), nameless);
            }
        }
    }

    /** Whether the values that a keyword `type` allows are objects, among others perhaps. */
    private static boolean isObject(JsonNode type) {
        return type.asText().equals("object")
                || (type instanceof ArrayNode && type.valueStream().anyMatch(ContractShapeTest::isObject));
    }

    private static int indent(String line) {
        return line.isBlank()
                ? Integer.MAX_VALUE
                : line.length() - line.stripLeading().length();
    }
}
