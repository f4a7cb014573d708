package io.subsidyrules.json;

/** Makes the parts that hold a text. */
public final class JsonParts {

    private static final int QUOTES = 2;

    private JsonParts() {}

    /** A further member with its value: <code>,"status":"ELIGIBLE"</code>. */
    public static JsonPart member(String name, String value) {
        JsonOutput json = JsonOutput.inMemory(name.length() + value.length() + 3 * QUOTES);
        json.member(JsonPart.next(name), value);
        return json.toPart();
    }

    /** A text as a value. */
    public static JsonPart string(String text) {
        JsonOutput json = JsonOutput.inMemory(text.length() + QUOTES);
        json.string(text);
        return json.toPart();
    }
}
