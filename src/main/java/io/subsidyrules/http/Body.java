package io.subsidyrules.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, up to their limit. */
public final class Body {

    /** The most bytes that a body may have: 1 MiB. */
    public static final int LIMIT = 1024 * 1024;

    private Body() {}

    /**
     * The whole body.
     *
     * @param declared the Content-Length; a body that declares itself too large is not read at all
     * @throws TooLargeException where it has more bytes than allowed; the rest of it is not read
     * @throws BrokenOffException where the client went away before its end
     */
    public static byte[] read(InputStream in, @Nullable Long declared) {
        if (declared != null && declared > LIMIT) {
            throw new TooLargeException();
        }
        byte[] body = upToLimit(in);
        if (body.length > LIMIT) {
            throw new TooLargeException();
        }
        return body;
    }

    private static byte[] upToLimit(InputStream in) {
        try {
            return in.readNBytes(LIMIT + 1);
        } catch (IOException gone) {
            throw new BrokenOffException(gone);
        }
    }

    /** The client went away before it had sent the whole body. */
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
            super("The body has more than %d bytes.".formatted(LIMIT), null, false, false);
        }
    }
}
