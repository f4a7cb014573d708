package io.subsidyrules.cli.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of requests: one JSON document over any number of lines, or NDJSON, a document on each line. It is NDJSON if
 * it has several lines, of which the first or the second is a document by itself. Blank lines are passed over. Of a
 * file of any size a part is in memory.
 */
public final class RequestFile {

    /** As many bytes as the service takes of one request; one more is read, so that it can be seen to be too many. */
    public static final int MOST_BYTES = 1 << 20;

    /** Requests of the greatest length are read by the few, so that their answers too have room. */
    private static final int BYTES_AT_ONCE = 4 * MOST_BYTES;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final InputStream in;
    private final int most;
    private final boolean lines;
    private Body next;
    private Body after;
    private int line;

    /** A request as it is written. */
    public static final class Body {

        static final Body NONE = new Body(new byte[0], 0);

        private final byte[] bytes;
        private final int line;

        private Body(byte[] bytes, int line) {
            this.bytes = bytes;
            this.line = line;
        }

        /** Its bytes, one more than a request may have where it has too many; not to be changed. */
        public byte[] bytes() {
            return bytes;
        }

        /** The line that it begins on, counted from 1; 0 behind the last request. */
        public int line() {
            return line;
        }

        /** Whether it has more bytes than a request may have. */
        public boolean isTooLarge() {
            return bytes.length > MOST_BYTES;
        }
    }

    /** Opens a file of which nothing is read as yet. */
    public RequestFile(InputStream file) throws IOException {
        this.in = new BufferedInputStream(file);
        this.most = MOST_BYTES;
        Body first = line();
        Body second = line();
        this.lines = second.line() > 0 && (isDocument(first.bytes()) || isDocument(second.bytes()));
        this.next = lines || second.line() == 0 ? first : whole(first, second);
        this.after = lines ? second : Body.NONE;
    }

    private RequestFile(InputStream file, int most) throws IOException {
        this.in = new BufferedInputStream(file);
        this.most = most;
        this.lines = true;
        this.next = line();
        this.after = line();
    }

    /**
     * Opens a file that is NDJSON whatever its first lines are.
     *
     * @param most the bytes that a line can have; of a longer one that many and one more are read
     */
    public static RequestFile ofLines(InputStream file, int most) throws IOException {
        return new RequestFile(file, most);
    }

    /** Whether each line is a request. */
    public boolean isLines() {
        return lines;
    }

    /** The next requests, no more than so many, and fewer where they are long; empty at the end of the file. */
    public List<Body> next(int most) throws IOException {
        List<Body> bodies = new ArrayList<>();
        long bytes = 0;
        while (bodies.size() < most && bytes < BYTES_AT_ONCE && next.line() > 0) {
            bodies.add(next);
            bytes += next.bytes().length;
            next = after;
            after = lines && after.line() > 0 ? line() : Body.NONE;
        }
        return bodies;
    }

    /** A document over many lines, of which two are read; blank ones between these keep their number. */
    private Body whole(Body first, Body second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first.bytes());
        bytes.write("\n".repeat(second.line() - first.line()).getBytes(StandardCharsets.UTF_8));
        bytes.write(second.bytes());
        bytes.write('\n');
        bytes.write(in.readNBytes(Math.max(0, most + 1 - bytes.size())));
        return new Body(bytes.toByteArray(), first.line());
    }

    /** The next line that is not blank. */
    private Body line() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int read = in.read();
            line++;
            int from = line;
            boolean blank = true;
            while (read >= 0 && read != '\n') {
                blank &= read == ' ' || read == '\t' || read == '\r';
                if (bytes.size() <= most) {
                    bytes.write(read);
                }
                read = in.read();
            }
            if (!blank) {
                return new Body(bytes.toByteArray(), from);
            }
            if (read < 0) {
                return Body.NONE;
            }
        }
    }

    private static boolean isDocument(byte[] line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            JsonToken first = parser.nextToken();
            parser.skipChildren();
            return first == JsonToken.START_OBJECT && parser.nextToken() == null;
        } catch (IOException none) {
            return false;
        }
    }
}
