package io.subsidyrules.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes examples anew by what the service answers, in openapi.yaml and in the files beside it. Where an answer has the same
 * members as before, its new values take the place of the old ones, and all else in the file stays as it was written.
 */
final class ExampleText {

    private static final Path CONTRACT = Path.of("openapi.yaml");
    private static final String ANSWER = "answer";

    /** It begins a table; nobody would see it in the file. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ExampleText() {}

    /** Writes the value at a pointer of openapi.yaml anew, unless it has other members than the answer. */
    static boolean rewrittenInContract(String pointer, JsonNode answer) {
        Optional<String> exchanged = exchanged(read(CONTRACT), pointer, answer);
        exchanged.ifPresent(text -> write(CONTRACT, text));
        return exchanged.isPresent();
    }

    /** Writes the answer in a file anew, where it has one; that is its last member. */
    static boolean rewritten(Path file, JsonNode answer) {
        String text = Files.exists(file) ? read(file) : "";
        int last = text.lastIndexOf("\n" + ANSWER + ":");
        if (last >= 0) {
            write(
                    file,
                    exchanged(text, "/" + ANSWER, answer)
                            .orElseGet(() -> text.substring(0, last + 1)
                                    + OpenApiFile.yaml(JsonNodeFactory.instance
                                            .objectNode()
                                            .set(ANSWER, answer))));
        }
        return last >= 0;
    }

    /** The text with the values of an answer at a pointer; none where the two have other members, or a value is a block. */
    private static Optional<String> exchanged(String text, String place, JsonNode answer) {
        StringBuilder written = new StringBuilder();
        int copied = 0;
        int values = 0;
        try (JsonParser parser = OpenApiFile.parser(text)) {
            while (parser.nextToken() != null) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                if (!parser.currentToken().isScalarValue() || !(pointer + "/").startsWith(place + "/")) {
                    continue;
                }
                values++;
                JsonNode value = answer.at(pointer.substring(place.length()));
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                if (!value.isValueNode() || text.charAt(begin) == '|' || text.charAt(begin) == '>') {
                    return Optional.empty();
                }
                if (!value.asText().equals(parser.getText())) {
                    written.append(text, copied, begin).append(value.toString().replace(BYTE_ORDER_MARK, "\\uFEFF"));
                    copied = (int) parser.currentLocation().getCharOffset();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return values == values(answer)
                ? Optional.of(written.append(text.substring(copied)).toString())
                : Optional.empty();
    }

    private static int values(JsonNode tree) {
        return tree.isContainerNode()
                ? tree.valueStream().mapToInt(ExampleText::values).sum()
                : 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
