package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.ledger.account.Summary;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
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

    private static final int WHOLE = 0;
    private static final int NOT_WHOLE = 1;
    private static final int CANNOT_CHECK = 2;

    private static final Text USAGE = new Text(
            "Usage: verify-ledger FILE|- [--checkpoint FILE]... [--keys FILE] [--from N] [--language zh|en]",
            "用法：verify-ledger 文件|- [--checkpoint 文件]... [--keys 文件] [--from 序号] [--language zh|en]");

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
        return new CannotCheckException(USAGE.in(language));
    }

    private String unreadable(String file, IOException why) {
        return say("%s cannot be read (%s).", "%s 无法读取（%s）。")
                .formatted(file, why.getClass().getSimpleName());
    }

    private void say(Verification seen, int given) {
        seen.finding().ifPresent(finding -> {
            out.println(finding.sentence(language));
            out.println(finding.remedy(language));
        });
        String entries = seen.isWhole()
                ? say("The export is whole: %s entries", "导出文件完整：共 %s 条记录")
                : say("Whole before that: %s entries", "在此之前完整：共 %s 条记录");
        if (seen.first().isEmpty()) {
            out.println(entries.formatted(seen.entries()));
            return;
        }
        out.println((entries + say(", %s to %s", "，序号 %s 至 %s"))
                .formatted(seen.entries(), seen.from(), seen.head().sequence()));
        out.println(say("Recorded: %s to %s", "记录时间：%s 至 %s")
                .formatted(
                        Times.write(seen.first().get()), Times.write(seen.head().recordedAt())));
        out.println(
                say("Hash of the last: %s", "最后一条的哈希值：%s").formatted(seen.head().hash()));
        out.println(seals(seen.seals()));
        sayAccount(seen.account());
        out.println(say("Checkpoints met: %s of %s", "相符的检查点：%s 个（共给出 %s 个）")
                .formatted(seen.met().size(), given));
        for (Checkpoint checkpoint : seen.met()) {
            out.println(say("  entry %s, %s", "  序号 %s，%s")
                    .formatted(checkpoint.sequence(), Times.write(checkpoint.time())));
        }
        if (given == 0) {
            out.println(say(
                    "Without a checkpoint nobody can see whether entries lack at the end.", "未给出检查点，无法判断末尾是否缺少记录。"));
        }
    }

    private void sayAccount(Summary account) {
        out.println(
                say("Replayed: %s decisions, %s revocations, %s awards for projects", "复核：决定 %s 个，撤销 %s 个，项目奖励 %s 个")
                        .formatted(account.decisions(), account.revocations(), account.awards()));
        account.firstTwice()
                .ifPresent(first -> out.println(say(
                                "Remark: %s awards, the first in entry %s, are for what looks like a project that was paid for; version 0.1.0 did not compare that.",
                                "说明：有 %s 个奖励（第一个见序号 %s 的记录）所对应的项目看似此前已经发放；0.1.0 版未作此比较。")
                        .formatted(account.twiceBefore(), first)));
    }

    private String seals(Verification.Seals seals) {
        if (seals.first().isEmpty()) {
            return say(
                    "No entry is sealed, as version 0.1.0 wrote them: whoever could write to the database could write these.",
                    "所有记录均无封印（由 0.1.0 版写入）：能写入数据库者即可写入这些记录。");
        }
        String checked = say("Sealed from entry %s on: %s seals checked", "自序号 %s 的记录起有封印：核对 %s 个")
                .formatted(seals.first().get(), seals.checked());
        return seals.unchecked() == 0
                ? checked
                : checked
                        + say(
                                        "; %s not, as their key stands before the export: give it with --keys",
                                        "；%s 个未核对，其密钥在导出起点之前，请用 --keys 给出")
                                .formatted(seals.unchecked());
    }

    private String say(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
