package io.subsidyrules.reader;

import io.subsidyrules.http.EntityTags;
import io.subsidyrules.page.Digest;
import io.subsidyrules.page.Style;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;

/** The answer to what was asked for, in its form and language. */
public final class Answered {

    private static final int TAG_BYTES = 16;

    private Answered() {}

    /** The entity, of which each form and language is another representation. */
    public static Response.ResponseBuilder with(Object entity, Asked asked) {
        return headed(Response.ok(entity), asked);
    }

    /** The same with an entity tag made from the bytes; nothing but that where the client has them. */
    public static Response tagged(byte[] bytes, Asked asked, HttpHeaders headers) {
        String tag = '"' + HexFormat.of().formatHex(Digest.of(bytes), 0, TAG_BYTES) + '"';
        Response.ResponseBuilder response = EntityTags.isKnown(tag, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(bytes);
        return headed(response, asked)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder response, Asked asked) {
        response.header(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag())
                .header(HttpHeaders.VARY, "Accept, Accept-Language");
        return asked.isForPage()
                ? page(response, Style.contentSecurityPolicy())
                : response.type(asked.type().startsWith("text/") ? asked.type() + ";charset=UTF-8" : asked.type());
    }

    /** As a page that a browser shows under that policy. */
    public static Response.ResponseBuilder page(Response.ResponseBuilder response, String policy) {
        return response.type(Asked.HTML + ";charset=UTF-8").header("Content-Security-Policy", policy);
    }
}
