package io.subsidyrules.cli.effect;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.request.RequestFile;
import io.subsidyrules.effect.Effect;
import io.subsidyrules.effect.LineEffect;
import io.subsidyrules.effect.RefusedRequest;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of requests or of exported decisions, on which a change has an effect. It is read once, part by part. */
public final class AgainstFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AgainstFile.class);

    /** The most bytes of a line of the service's exports. */
    private static final int LONGEST_LINE = 64 << 20;

    /** So many requests are evaluated side by side before their effects are taken in. */
    private static final int AT_ONCE = 500;

    private final String name;
    private final RequestFile file;
    private final Effect effect;
    private final List<LineEffect> first;

    /**
     * Opens a file.
     *
     * @throws CommandException if it cannot be read, is empty or is no NDJSON
     */
    public AgainstFile(String name, InputStream in, Effect effect) {
        this.name = name;
        this.effect = effect;
        try {
            this.file = RequestFile.ofLines(in, LONGEST_LINE);
            List<RequestFile.Body> bodies = file.next(AT_ONCE);
            if (!bodies.isEmpty() && isCompressed(bodies.get(0).bytes())) {
                throw new CommandException(TEXTS.text("compressed", name, name));
            }
            this.first = effects(bodies);
        } catch (IOException unreadable) {
            throw new CommandException(TEXTS.text("unreadable", name));
        }
        if (first.isEmpty()) {
            throw new CommandException(TEXTS.text("empty", name));
        }
        notLines(first).ifPresent(reason -> {
            throw new CommandException(TEXTS.text("notLines", name, reason));
        });
    }

    /** The name by which it was given. */
    public String name() {
        return name;
    }

    /**
     * Gives the effects on all lines, in their order, once.
     *
     * @throws CommandException if the rest of the file cannot be read
     */
    void each(Consumer<LineEffect> to) {
        first.forEach(to);
        try {
            for (List<RequestFile.Body> bodies = file.next(AT_ONCE); !bodies.isEmpty(); bodies = file.next(AT_ONCE)) {
                effects(bodies).forEach(to);
            }
        } catch (IOException unreadable) {
            throw new CommandException(TEXTS.text("unreadable", name));
        }
    }

    private List<LineEffect> effects(List<RequestFile.Body> bodies) {
        return bodies.parallelStream().map(this::effect).toList();
    }

    private LineEffect effect(RequestFile.Body body) {
        return body.bytes().length > LONGEST_LINE
                ? RefusedRequest.unreadable(body.line(), TEXTS.text("tooLong"))
                : effect.of(body.line(), body.bytes());
    }

    /** Whether it begins as what gzip writes. */
    private static boolean isCompressed(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** The reason for which the first line is not JSON, where none of these lines is. */
    private static Optional<Text> notLines(List<LineEffect> effects) {
        for (LineEffect effect : effects) {
            if (!(effect instanceof RefusedRequest refused) || refused.readable()) {
                return Optional.empty();
            }
        }
        return effects.get(0) instanceof RefusedRequest refused
                ? Optional.of(TEXTS.text(
                        "inLine", refused.line(), refused.refusals().get(0).reason()))
                : Optional.empty();
    }
}
