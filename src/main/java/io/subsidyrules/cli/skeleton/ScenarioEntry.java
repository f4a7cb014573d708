package io.subsidyrules.cli.skeleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ItemAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scenario of a request and of what the rules give for it, as an entry of a scenario file. */
public final class ScenarioEntry {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The name of a constant, and a date, need no quotes. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?:YES|NO|ON|OFF|TRUE|FALSE|NULL|Y|N)$)[A-Z][A-Z0-9_]*|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private ScenarioEntry() {}

    /**
     * The entry, indented as the first level of a list.
     *
     * @param request a request in JSON that the rules have answered
     */
    public static String of(String name, byte[] request, Answer answer) throws IOException {
        StringBuilder entry = new StringBuilder("- name: " + quoted(name) + "\n");
        entry.append("  asOf: ").append(answer.asOf()).append('\n');
        try (JsonParser json = FACTORY.createParser(request)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String member = json.currentName();
                json.nextToken();
                String value = value(json);
                if (!member.equals("asOf")) {
                    entry.append("  ").append(member).append(": ").append(value).append('\n');
                }
            }
        }
        return entry.append(expected(answer)).toString().indent(2);
    }

    private static String expected(Answer answer) {
        StringBuilder expected = new StringBuilder("  expect:\n    total: " + answer.total() + "\n");
        expected.append("    atStake: ").append(answer.atStake()).append('\n');
        if (!answer.claims().isEmpty()) {
            expected.append("    claims:\n");
        }
        for (ClaimAnswer claim : answer.claims()) {
            expected.append("      %s: { status: %s, amount: %s, items: { %s } }\n"
                    .formatted(key(claim.id()), claim.status(), claim.amount(), items(claim.items())));
        }
        return expected.toString();
    }

    private static String items(List<ItemAnswer> items) {
        return String.join(
                ", ",
                items.stream()
                        .map(item -> "%s: %s".formatted(key(item.item().id()), item.status()))
                        .toList());
    }

    private static String key(String name) {
        return Stream.of(name).anyMatch(one -> one.matches("[A-Za-z][A-Za-z0-9_-]*")) ? name : quoted(name);
    }

    private static String value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<String> members = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                members.add((NAME.matcher(name).matches() ? name : quoted(name)) + ": " + value(json));
            }
            return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
        }
        if (token == JsonToken.START_ARRAY) {
            List<String> elements = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(json));
            }
            return elements.isEmpty() ? "[]" : "[ " + String.join(", ", elements) + " ]";
        }
        String text = json.getText();
        return token == JsonToken.VALUE_STRING && !PLAIN.matcher(text).matches() ? quoted(text) : text;
    }

    /** In double quotes, in which YAML has the escapes of JSON. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
