package io.subsidyrules.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bodies of requests: JSON in UTF-8. */
public final class Body {

    /** The most bytes that a body may have: 1 MiB. */
    public static final int LIMIT = 1024 * 1024;

    private Body() {}

    /**
     * The whole body. It was there, and not too long, before the resource was asked.
     *
     * @throws NotSupportedException if it is not said to be JSON, or said to be encoded otherwise than in UTF-8
     */
    public static byte[] read(InputStream in, HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type == null || !isUtf8(type) || !isPlain(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING))) {
            throw new NotSupportedException();
        }
        try {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null
                || charset.toLowerCase(Locale.ROOT).replace("\"", "").equals("utf-8");
    }

    private static boolean isPlain(@Nullable String encoding) {
        return encoding == null || encoding.equals("identity");
    }
}
