package io.subsidyrules.json;

import java.nio.charset.StandardCharsets;

/** A piece of JSON that is encoded once and written often. It cannot be changed. */
public final class JsonPart {

    private static final int QUOTES = 2;

    private final byte[] bytes;

    private JsonPart(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The beginning of an object, up to the value of its first member: <code>{"id":</code>. */
    public static JsonPart first(String name) {
        return plain("{\"" + name + "\":");
    }

    /** A further member, up to its value: <code>,"type":</code>. */
    public static JsonPart next(String name) {
        return plain(",\"" + name + "\":");
    }

    /** A further member that is an array, up to the first element: <code>,"items":[</code>. */
    public static JsonPart array(String name) {
        return plain(",\"" + name + "\":[");
    }

    /** A further member with its value: <code>,"status":"ELIGIBLE"</code>. */
    public static JsonPart member(String name, String value) {
        JsonOutput json = JsonOutput.inMemory(name.length() + value.length() + next("").bytes.length + QUOTES);
        json.member(next(name), value);
        return json.toPart();
    }

    /** A text as a value. */
    public static JsonPart string(String text) {
        JsonOutput json = JsonOutput.inMemory(text.length() + QUOTES);
        json.string(text);
        return json.toPart();
    }

    static JsonPart of(byte[] bytes) {
        return new JsonPart(bytes);
    }

    /** @param json without anything to escape */
    private static JsonPart plain(String json) {
        return new JsonPart(json.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] bytes() {
        return bytes;
    }
}
