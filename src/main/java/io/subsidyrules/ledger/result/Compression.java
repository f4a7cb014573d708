package io.subsidyrules.ledger.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Base64 (RFC 4648, padded) of the zlib stream (RFC 1950) of a text, and back. What comes back is bounded: nobody who
 * writes to the database can have the service inflate more than it would have compressed itself.
 */
final class Compression {

    /** The most bytes that a text can have. */
    static final int LONGEST = 32 << 20;

    /** The most bytes that a byte of the stream can become, beyond the first so many. A result becomes 30 to 150. */
    private static final int MOST_TIMES = 500;

    private static final int FIRST = 64 << 10;

    private static final int BUFFER = 8 << 10;

    private Compression() {}

    /** The text is beyond the bounds. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the text is longer than what is kept compressed");
        }
    }

    /** @throws TooLongException if it could not be read again */
    static String compress(TextWriter text) throws TooLongException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
        Counted counted = new Counted(new DeflaterOutputStream(compressed));
        try (counted) {
            text.writeTo(counted);
        } catch (TooLongException tooLong) {
            throw tooLong;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (counted.count > most(compressed.size())) {
            throw new TooLongException();
        }
        return Base64.getEncoder().encodeToString(compressed.toByteArray());
    }

    /** Reading fails where the text is not whole, or beyond the bounds. */
    static InputStream open(String base64) throws IOException {
        byte[] compressed;
        try {
            compressed = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException not) {
            throw new IOException("the text is not base64", not);
        }
        return new Inflated(compressed);
    }

    private static long most(long compressed) {
        return Math.min(LONGEST, FIRST + MOST_TIMES * compressed);
    }

    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long count;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count += length;
            if (count > LONGEST) {
                throw new TooLongException();
            }
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class Inflated extends InflaterInputStream {

        private final long most;
        private long count;

        Inflated(byte[] compressed) {
            super(new ByteArrayInputStream(compressed), new Inflater(), BUFFER);
            this.most = most(compressed.length);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read > 0) {
                count += read;
                if (count > most) {
                    throw new TooLongException();
                }
            } else if (read < 0 && (!inf.finished() || inf.getRemaining() > 0 || in.available() > 0)) {
                throw new IOException("the compressed text is not whole, or more follows it");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
