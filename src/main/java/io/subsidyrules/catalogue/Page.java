package io.subsidyrules.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.EntityTags;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves a page of the catalogue in the language asked for, with an entity tag made from its bytes. */
public final class Page {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Page() {}

    /** The page of the language that the headers ask for, or that it is the one which the client has. */
    public static Response of(HttpHeaders headers, Function<Language, Object> content) {
        Language language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] bytes = bytes(content.apply(language));
        String tag = '"' + hash(bytes) + '"';
        Response.ResponseBuilder response = EntityTags.isKnown(tag, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(bytes);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /**
     * The same where the content can be had as a page of HTML too, under the media type that was asked for.
     *
     * @param page makes that page
     */
    static Response of(Asked asked, HttpHeaders headers, Function<Language, Object> content, Supplier<byte[]> page) {
        byte[] bytes = asked.isForPage() ? page.get() : bytes(content.apply(asked.language()));
        return Answered.tagged(bytes, asked, headers);
    }

    private static byte[] bytes(Object content) {
        try {
            return JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 32);
    }
}
