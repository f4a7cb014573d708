package io.subsidyrules.amounts;

import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.rulesets.LiveRuleset;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes strings of the amounts in answers to requests whose amounts are strings. */
@Provider
public final class DecimalStringAnswers implements ContainerResponseFilter {

    private static final byte[] OBJECT = "{\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCHEMA = "{\"$schema\"".getBytes(StandardCharsets.UTF_8);

    private final LiveRuleset live;

    DecimalStringAnswers(LiveRuleset live) {
        this.live = live;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!DecimalStrings.isAsked(request.getProperty(DecimalStrings.PROPERTY))) {
            return;
        }
        if (response.hasEntity()) {
            Object entity = quoted(response.getEntity());
            if (entity != response.getEntity()) {
                response.setEntity(entity);
            }
        }
    }

    /** The same where it is no JSON: a statement, a table. */
    private Object quoted(Object entity) {
        if (entity instanceof byte[] bytes && startsWith(bytes, SCHEMA)) {
            return DecimalStringSchemas.page(bytes);
        }
        if (entity instanceof byte[] bytes && startsWith(bytes, OBJECT)) {
            return quoted(bytes, vocabulary());
        }
        if (entity instanceof StreamingOutput file) {
            Vocabulary vocabulary = vocabulary();
            return (StreamingOutput) out -> file.write(
                    new EditedLines(out, line -> startsWith(line, OBJECT) ? quoted(line, vocabulary) : line));
        }
        return entity;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private Vocabulary vocabulary() {
        return live.current().book().vocabulary();
    }

    private static byte[] quoted(byte[] json, Vocabulary vocabulary) {
        return QuotedAmounts.in(new String(json, StandardCharsets.UTF_8), vocabulary)
                .getBytes(StandardCharsets.UTF_8);
    }
}
