package io.subsidyrules.cli.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON that is written member by member into a text. */
public final class JsonText {

    /** Where writing ends early, no ends of objects are made up: a part is never read as the whole. */
    private static final JsonFactory FACTORY = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

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

    /** Writes the value as {@link #indented} does, part by part as it is made. */
    public static void write(Value value, Console to) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                to.print(bytes, from, count);
            }
        };
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(value, true, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        to.print("\n");
    }

    private static String written(Value value, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(value, indented, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }

    private static void write(Value value, boolean indented, JsonGenerator json) throws IOException {
        if (indented) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
        }
        value.write(json);
    }
}
