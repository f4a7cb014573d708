package io.subsidyrules.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests: JSON in UTF-8, up to their limit. */
public final class Body {

    /** The most bytes that a body may have: 1 MiB. */
    public static final int LIMIT = 1024 * 1024;

    private Body() {}

    /**
     * The whole body. One that declares itself too large is not read at all.
     *
     * @throws NotSupportedException where it is not said to be JSON, or said to be encoded otherwise than in UTF-8
     * @throws TooLargeException where it has more bytes than allowed; the rest of it is not read
     * @throws BrokenOffException where the client went away, or took too long, before its end
     */
    public static byte[] read(InputStream in, HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type == null || !isUtf8(type) || !isPlain(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            throw new NotSupportedException();
        }
        if (declaredLength(headers) > LIMIT) {
            throw new TooLargeException();
        }
        byte[] body = upToLimit(in);
        if (body.length > LIMIT) {
            throw new TooLargeException();
        }
        return body;
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null
                || charset.toLowerCase(Locale.ROOT).replace("\"", "").equals("utf-8");
    }

    private static boolean isPlain(@Nullable String encoding) {
        return encoding == null || encoding.equals("identity");
    }

    private static long declaredLength(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static byte[] upToLimit(InputStream in) {
        try {
            return in.readNBytes(LIMIT + 1);
        } catch (IOException gone) {
            throw new BrokenOffException(gone);
        }
    }

    /** The client went away, or took too long, before it had sent the whole body. */
    public static final class BrokenOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOffException(IOException cause) {
            super("The body broke off.", cause, false, false);
        }
    }

    /** A body has more bytes than allowed. */
    public static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("The body has more than %s bytes.".formatted(LIMIT), null, false, false);
        }
    }
}
