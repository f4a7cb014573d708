package io.subsidyrules.json;

import java.nio.charset.StandardCharsets;

/** A piece of JSON that is encoded once and written often. It cannot be changed. */
public final class JsonPart {

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
