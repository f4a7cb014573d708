package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.ledger.account.Summary;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The command {@code bin/verify-ledger}: checks an export offline, without the service. */
public final class VerifyLedger {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(VerifyLedger.class);

    private static final int WHOLE = 0;
    private static final int NOT_WHOLE = 1;
    private static final int CANNOT_CHECK = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private Language language = Language.EN;

    VerifyLedger(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 if the export is whole, 1 where it is not, 2 where that cannot be checked. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new VerifyLedger(System.in, out, err).run(List.of(arguments)));
    }

    /** The input that cannot be checked, and the reason. */
    private static final class CannotCheckException extends Exception {

        private static final long serialVersionUID = 1;

        CannotCheckException(String message) {
            super(message);
        }
    }

    /** The options of the command. */
    private record Order(String file, List<Checkpoint> checkpoints, Optional<Keys> keys, long from) {}

    int run(List<String> arguments) {
        try {
            Order order = read(arguments);
            Verifier verifier = new Verifier(order.checkpoints(), order.keys(), order.from());
            Verification verification = verify(verifier, order.file());
            say(verification, order.checkpoints().size());
            return verification.isWhole() ? WHOLE : NOT_WHOLE;
        } catch (CannotCheckException | IllegalArgumentException cannot) {
            err.println(cannot.getMessage());
        } catch (IOException unreadable) {
            err.println(unreadable("", unreadable));
        }
        return CANNOT_CHECK;
    }

    private Verification verify(Verifier verifier, String file) throws IOException, CannotCheckException {
        if (file.equals("-")) {
            return verifier.verify(in);
        }
        try (InputStream export = Files.newInputStream(Path.of(file))) {
            return verifier.verify(export);
        } catch (IOException unreadable) {
            throw new CannotCheckException(unreadable(file, unreadable));
        }
    }

    private Order read(List<String> arguments) throws CannotCheckException {
        Optional<String> file = Optional.empty();
        List<String> checkpoints = new ArrayList<>();
        Optional<String> keys = Optional.empty();
        long from = 1;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            if (!argument.startsWith("--") && file.isEmpty()) {
                file = Optional.of(argument);
                continue;
            }
            if (!left.hasNext()) {
                throw usage();
            }
            String value = left.next();
            switch (argument) {
                case "--checkpoint" -> checkpoints.add(value);
                case "--keys" -> keys = Optional.of(value);
                case "--from" -> from = sequence(value);
                case "--language" -> language = language(value);
                default -> throw usage();
            }
        }
        List<Checkpoint> read = new ArrayList<>();
        for (String checkpoint : checkpoints) {
            read.add(parsed(checkpoint, Checkpoint::read));
        }
        return new Order(
                file.orElseThrow(this::usage),
                read,
                keys.isPresent() ? Optional.of(parsed(keys.get(), Keys::read)) : Optional.empty(),
                from);
    }

    private <T> T parsed(String file, Function<String, T> reader) throws CannotCheckException {
        try {
            return reader.apply(Files.readString(Path.of(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new CannotCheckException(unreadable(file, unreadable));
        } catch (IllegalArgumentException other) {
            throw new CannotCheckException("%s: %s".formatted(file, other.getMessage()));
        }
    }

    private long sequence(String value) throws CannotCheckException {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException none) {
            throw usage();
        }
    }

    private Language language(String value) throws CannotCheckException {
        return switch (value) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw usage();
        };
    }

    private CannotCheckException usage() {
        return new CannotCheckException(TEXTS.text("usage", language));
    }

    private String unreadable(String file, IOException why) {
        return TEXTS.text("unreadable", language, file, why.getClass().getSimpleName());
    }

    private void say(Verification seen, int given) {
        seen.finding().ifPresent(finding -> {
            out.println(finding.sentence(language));
            out.println(finding.remedy(language));
        });
        String entries = seen.isWhole()
                ? TEXTS.text("whole", language, seen.entries())
                : TEXTS.text("wholeBefore", language, seen.entries());
        if (seen.first().isEmpty()) {
            out.println(entries);
            return;
        }
        out.println(
                TEXTS.text("fromTo", language, entries, seen.from(), seen.head().sequence()));
        out.println(TEXTS.text(
                "recorded",
                language,
                Times.write(seen.first().get()),
                Times.write(seen.head().recordedAt())));
        out.println(TEXTS.text("lastHash", language, seen.head().hash()));
        out.println(seals(seen.seals()));
        sayAccount(seen.account());
        out.println(TEXTS.text("met", language, seen.met().size(), given));
        for (Checkpoint checkpoint : seen.met()) {
            out.println(TEXTS.text("metAt", language, checkpoint.sequence(), Times.write(checkpoint.time())));
        }
        if (given == 0) {
            out.println(TEXTS.text("noCheckpoint", language));
        }
    }

    private void sayAccount(Summary account) {
        out.println(TEXTS.text("replayed", language, account.decisions(), account.revocations(), account.awards()));
        account.firstTwice()
                .ifPresent(first -> out.println(TEXTS.text("paidTwiceBefore", language, account.twiceBefore(), first)));
    }

    private String seals(Verification.Seals seals) {
        if (seals.first().isEmpty()) {
            return TEXTS.text("unsealed", language);
        }
        String checked = TEXTS.text("sealed", language, seals.first().get(), seals.checked());
        return seals.unchecked() == 0 ? checked : TEXTS.text("unchecked", language, checked, seals.unchecked());
    }
}
