package io.subsidyrules.cli.request;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.console.JsonText;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Evaluates requests as the service does: the answer has the same bytes. Safe for many threads. */
public final class Evaluator {

    /** The time zone whose date is today: that of the service. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Evaluator.class);

    private final Ruleset ruleset;
    private final Explain explain;
    private final Language language;
    private final LocalDate today;

    /** @param today the date of the evaluation of requests that give none */
    public Evaluator(Ruleset ruleset, Explain explain, Language language, LocalDate today) {
        this.ruleset = ruleset;
        this.explain = explain;
        this.language = language;
        this.today = today;
    }

    /**
     * An answer, or the problem that there is instead.
     *
     * @param json on one line, without its end
     * @param told the faults of the request, each as a sentence for people; empty if it was answered
     */
    public record Answered(String json, List<String> told) {

        public Answered {
            told = List.copyOf(told);
        }

        /** Whether the request has faults. */
        public boolean isRefused() {
            return !told.isEmpty();
        }
    }

    /** The answer to a request. */
    public Answered answer(RequestFile.Body body) {
        if (body.isTooLarge()) {
            return unreadable(body, TEXTS.text("tooLarge"), 0, 0);
        }
        try {
            byte[] answer = AnswerWriter.bytes(evaluated(body), language);
            return new Answered(new String(answer, StandardCharsets.UTF_8), List.of());
        } catch (RequestFaultsException refused) {
            return refused(body, refused);
        } catch (UnreadableRequestException unreadable) {
            int line = unreadable.line().orElse(0);
            return unreadable(
                    body,
                    unreadable.detail(),
                    line > 0 ? body.line() + line - 1 : 0,
                    unreadable.column().orElse(0));
        }
    }

    /**
     * The answer as it is before it is written.
     *
     * @throws RequestFaultsException if the request has faults
     * @throws UnreadableRequestException if it is not a JSON object in UTF-8
     */
    public Answer evaluated(RequestFile.Body body) {
        Request request = ruleset.reader().read(body.bytes(), today);
        return ruleset.evaluate(request, explain);
    }

    private Answered refused(RequestFile.Body body, RequestFaultsException refused) {
        String problem = JsonText.line(json -> {
            begin(json, body);
            json.writeNumberField("errorCount", refused.count());
            json.writeArrayFieldStart("errors");
            for (RequestFault fault : refused.faults()) {
                write(fault, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        List<String> told = refused.faults().stream()
                .map(fault -> TEXTS.text(
                        "at", language, pointer(fault), fault.detail().in(language)))
                .toList();
        return new Answered(problem, told);
    }

    private static String pointer(RequestFault fault) {
        return fault.pointer().isEmpty() ? "/" : fault.pointer();
    }

    private void write(RequestFault fault, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pointer", fault.pointer());
        json.writeStringField("code", fault.code().name());
        json.writeStringField("detail", fault.detail().in(language));
        if (!fault.allowed().isEmpty()) {
            json.writeArrayFieldStart("allowed");
            for (String allowed : fault.allowed()) {
                json.writeString(allowed);
            }
            json.writeEndArray();
        }
        if (fault.suggestion().isPresent()) {
            json.writeStringField("suggestion", fault.suggestion().get());
        }
        json.writeEndObject();
    }

    private Answered unreadable(RequestFile.Body body, Text detail, int line, int column) {
        String problem = JsonText.line(json -> {
            begin(json, body);
            json.writeStringField("detail", detail.in(language));
            if (line > 0) {
                json.writeNumberField("line", line);
                json.writeNumberField("column", column);
            }
            json.writeEndObject();
        });
        String told =
                line > 0 ? TEXTS.text("atLine", language, line, column, detail.in(language)) : detail.in(language);
        return new Answered(problem, List.of(told));
    }

    private static void begin(JsonGenerator json, RequestFile.Body body) throws IOException {
        json.writeStartObject();
        json.writeNumberField("requestLine", body.line());
    }
}
