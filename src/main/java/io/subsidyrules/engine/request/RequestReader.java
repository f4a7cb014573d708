package io.subsidyrules.engine.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.request.direct.DirectReader;
import io.subsidyrules.engine.request.direct.RequestValues;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads requests as the declares of a rule book describe them, and reports every fault. Safe for many threads. */
public final class RequestReader {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestReader.class);

    private final Vocabulary vocabulary;
    private final List<String> policies;
    private final DirectReader direct;

    public RequestReader(Vocabulary vocabulary, List<String> policies) {
        this.vocabulary = vocabulary;
        this.policies = policies;
        this.direct = new DirectReader(vocabulary, policies);
    }

    /**
     * Reads a request.
     *
     * @param today the date of the evaluation where the request gives none
     * @throws UnreadableRequestException if it is not a JSON object in UTF-8
     * @throws RequestFaultsException if its content has faults
     */
    public Request read(byte[] body, LocalDate today) {
        return read(body, today, RequestUse.EVALUATION);
    }

    /** Reads a request as {@link #read} does, but takes a misspelt member for a fault even where it is null. */
    public Request readStrictly(byte[] body, LocalDate today) {
        return read(body, today, RequestUse.SCENARIO);
    }

    /**
     * Reads a request as {@link #read} does, that is to be recorded: it can have a {@code reference}, 1 to 100
     * characters of the caller's own, and is not of a day after today.
     */
    public Request readRecorded(byte[] body, LocalDate today) {
        return read(body, today, RequestUse.RECORDING);
    }

    /**
     * Reads a request that was recorded once, whatever could be recorded then.
     *
     * @param asSent whether it was decided when projects were the same only where they were written the same
     */
    public Request readAgain(byte[] body, LocalDate asOf, boolean asSent) {
        return read(body, asOf, asSent ? RequestUse.REPLAY_AS_SENT : RequestUse.REPLAY);
    }

    private Request read(byte[] body, LocalDate today, RequestUse use) {
        Optional<RequestValues> simple = direct.read(body, use.isRecorded());
        boolean taken = simple.isPresent() && !(use == RequestUse.RECORDING && isAhead(simple.get(), today));
        return Request.of(taken ? simple.get() : checked(body, today, use), today, use == RequestUse.REPLAY_AS_SENT);
    }

    private static boolean isAhead(RequestValues values, LocalDate today) {
        return values.asOf().isPresent() && values.asOf().get().isAfter(today);
    }

    /** The values of a request by the full reader, which tells every fault. */
    RequestValues checked(byte[] body, LocalDate today, RequestUse use) {
        char[] text = Utf8.decode(body);
        RequestFaults faults = new RequestFaults();
        try (JsonParser parser = RequestJson.parser(text, 0, text.length)) {
            return checked(new RequestParser(vocabulary, policies, text, parser, faults, today, use), parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RequestValues checked(RequestParser parsing, JsonParser parser) throws IOException {
        try {
            return parsing.values();
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable, parser.currentLocation());
        }
    }

    private static UnreadableRequestException unreadable(JsonProcessingException fault, JsonLocation current) {
        JsonLocation at = fault.getLocation() == null ? current : fault.getLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        if (fault instanceof StreamConstraintsException) {
            return new UnreadableRequestException(TEXTS.text("tooDeep"), line, column);
        }
        String original = fault.getOriginalMessage();
        if (original.startsWith("Duplicate field")) {
            return new UnreadableRequestException(TEXTS.text("memberTwice"), line, column);
        }
        return new UnreadableRequestException(TEXTS.text("notJson", line, column), line, column);
    }
}
