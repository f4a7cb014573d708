package io.subsidyrules.cli.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON that is written member by member into a text. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonText() {}

    /** Writes a value. */
    public interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    /** The value on one line. */
    public static String line(Value value) {
        return written(value, false);
    }

    /** The value on many lines, indented for reading. */
    public static String indented(Value value) {
        return written(value, true);
    }

    private static String written(Value value, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (indented) {
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
            }
            value.write(json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }
}
