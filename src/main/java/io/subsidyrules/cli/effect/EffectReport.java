package io.subsidyrules.cli.effect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.effect.EffectTotals;
import io.subsidyrules.effect.LineEffect;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.effect.RequestEffect;
import io.subsidyrules.effect.Verdict;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The report on a file: all of it as JSON, as tables with the first of those that it names. Read by one thread. */
public final class EffectReport {

    private final AgainstFile file;
    private final EffectTotals totals = new EffectTotals();
    private final Map<Verdict, List<RequestEffect>> named = new EnumMap<>(Verdict.class);
    private final List<RefusedRequest> refused = new ArrayList<>();
    private boolean read;

    public EffectReport(AgainstFile file) {
        this.file = file;
    }

    /** Whether anything changes, or a request is refused. */
    public boolean isFound() {
        read(effect -> {});
        return totals.isFound();
    }

    /** The tables in one language. */
    public List<Sheet> sheets(Language language) {
        read(effect -> {});
        return new EffectSheets(language).of(file.name(), totals, named, refused);
    }

    /** Writes it as an object, each request as soon as it is evaluated; before the file is read in another way. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.name());
        json.writeArrayFieldStart("requests");
        try {
            read(effect -> EffectJson.write(effect, json));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        json.writeEndArray();
        EffectJson.write(totals, json);
        json.writeEndObject();
    }

    private void read(Consumer<LineEffect> also) {
        if (!read) {
            read = true;
            file.each(effect -> {
                totals.add(effect);
                keep(effect);
                also.accept(effect);
            });
        }
    }

    private void keep(LineEffect effect) {
        if (effect instanceof RequestEffect request) {
            Verdict verdict = request.verdict();
            List<RequestEffect> same = named.computeIfAbsent(verdict, none -> new ArrayList<>());
            if (verdict != Verdict.UNCHANGED && same.size() < NamedSheets.MOST) {
                same.add(request.changed());
            }
        } else if (effect instanceof RefusedRequest one && refused.size() < NamedSheets.MOST) {
            refused.add(one);
        }
    }
}
