package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Hashes;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.ledger.account.Account;
import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks an export of the ledger, line by line, with two lines and an {@link Account} in memory: each entry's hash, the
 * chain, the sequence, the times, the forms, the keys, the seals, the checkpoints, and whether entries contradict one
 * another.
 */
public final class Verifier {

    private final List<Checkpoint> checkpoints;
    private final Optional<Keys> keys;
    private final long from;

    /**
     * A verifier of exports that begin with one sequence.
     *
     * @param keys what is known of the ledger's keys; where empty, those of its KEY entries count
     * @param from the sequence that the export begins with
     * @throws IllegalArgumentException if the checkpoints cannot be checked with an export from there
     */
    public Verifier(List<Checkpoint> checkpoints, Optional<Keys> keys, long from) {
        this.checkpoints = checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::sequence))
                .toList();
        this.keys = keys;
        this.from = from;
        if (from < 1) {
            throw new IllegalArgumentException("No export begins with the entry %s.".formatted(from));
        }
        if (from > 1 && keys.isEmpty() && !checkpoints.isEmpty()) {
            throw new IllegalArgumentException(
                    "The keys of the checkpoints can stand before the entry %s: give them.".formatted(from));
        }
        for (Checkpoint checkpoint : checkpoints) {
            if (checkpoint.sequence() < from - 1) {
                throw new IllegalArgumentException("The checkpoint at the entry %s lies before an export from %s."
                        .formatted(checkpoint.sequence(), from));
            }
            if (!checkpoint.ledger().equals(checkpoints.get(0).ledger())) {
                throw new IllegalArgumentException("The checkpoints are of several ledgers.");
            }
        }
    }

    /**
     * Reads an export up to the first finding.
     *
     * @throws IOException if it cannot be read
     */
    public Verification verify(InputStream export) throws IOException {
        Run run = new Run(new Lines(export));
        Optional<Finding> finding = run.finding();
        return new Verification(
                run.entries, from, run.first, run.head, run.met, run.seals.seen(), run.account.summary(), finding);
    }

    /** One run over an export, up to the first finding. */
    private final class Run {

        private final Lines lines;
        private final KeyTrail trail = new KeyTrail(keys, from);
        private final Account account = new Account(from);
        private final SealTrail seals = new SealTrail();
        private final List<Checkpoint> met = new ArrayList<>();
        private Head head = new Head(from - 1, from == 1 ? Hashes.NONE : "", Instant.EPOCH);
        private Optional<Instant> first = Optional.empty();
        private long entries;

        Run(Lines lines) {
            this.lines = lines;
        }

        Optional<Finding> finding() throws IOException {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<Finding> finding = finding(line.get());
                if (finding.isPresent()) {
                    return finding;
                }
                accept(line.get());
                Optional<Finding> contradiction =
                        account.read(line.get().number(), line.get().members());
                if (contradiction.isPresent()) {
                    return misplaced().or(() -> contradiction);
                }
            }
            return atTheEnd();
        }

        /**
         * The finding of a line that does not fit to the last one: it tells more than that one's contradicting others.
         */
        private Optional<Finding> misplaced() throws IOException {
            Optional<Line> next = lines.next();
            return next.isEmpty() || fits(next.get())
                    ? Optional.empty()
                    : Optional.of(new Diagnosis(lines, head, from, checkpoints).of(next.get()));
        }

        private boolean fits(Line line) {
            boolean follows = head.hash().isEmpty() || line.follows(head.hash());
            return line.isIntact() && line.sequence() == head.sequence() + 1 && follows;
        }

        private Optional<Finding> finding(Line line) throws IOException {
            Optional<Finding> before = entries == 0 && from > 1 ? beforeTheExport(line) : Optional.empty();
            if (before.isPresent()) {
                return before;
            }
            if (!fits(line)) {
                return Optional.of(new Diagnosis(lines, head, from, checkpoints).of(line));
            }
            Optional<String> fault = line.fault();
            if (fault.isPresent()) {
                return found(FindingCode.MALFORMED, line, fault.get());
            }
            Optional<String> disagreement = line.disagreement();
            if (disagreement.isPresent()) {
                return found(FindingCode.RESULT_DISAGREES, line, disagreement.get());
            }
            if (line.recordedAt().isBefore(head.recordedAt())) {
                return found(
                        FindingCode.CLOCK_BACK, line, Times.write(line.recordedAt()), Times.write(head.recordedAt()));
            }
            Optional<FindingCode> key = trail.read(line);
            if (key.isPresent()) {
                return found(key.get(), line);
            }
            Optional<Finding> forged = seals.read(line, trail.inForce());
            return forged.isPresent() ? forged : atCheckpoints(line);
        }

        /** A checkpoint of the entry just before the export says what its first line is chained to. */
        private Optional<Finding> beforeTheExport(Line line) {
            for (Checkpoint checkpoint : checkpoints) {
                if (checkpoint.sequence() == from - 1) {
                    if (!trail.signed(checkpoint)) {
                        return Optional.of(unsigned(checkpoint, line.number()));
                    }
                    if (line.isIntact() && line.sequence() == from && !line.follows(checkpoint.hash())) {
                        return Optional.of(rewritten(checkpoint, line));
                    }
                    met.add(checkpoint);
                }
            }
            return Optional.empty();
        }

        private Optional<Finding> atCheckpoints(Line line) throws IOException {
            for (Checkpoint checkpoint : checkpoints) {
                if (line.sequence() == 1 && !checkpoint.ledger().equals(line.hash())) {
                    // Whoever altered a checkpoint of this ledger made none of another one.
                    return trail.knows(checkpoint.keyId()) && !trail.signedBeyond(checkpoint)
                            ? Optional.of(unsigned(checkpoint, line.number()))
                            : found(FindingCode.OTHER_LEDGER, line, Times.write(checkpoint.time()));
                }
                if (checkpoint.sequence() == line.sequence()) {
                    if (!trail.signed(checkpoint)) {
                        return Optional.of(unsigned(checkpoint, line.number()));
                    }
                    if (!checkpoint.hash().equals(line.hash())) {
                        return Optional.of(new Diagnosis(lines, head, from, checkpoints)
                                .insertedBefore(line, checkpoint.hash())
                                .orElseGet(() -> rewritten(checkpoint, line)));
                    }
                    met.add(checkpoint);
                }
            }
            return Optional.empty();
        }

        private Optional<Finding> atTheEnd() {
            long last = from - 1 + entries;
            for (Checkpoint checkpoint : checkpoints) {
                if (checkpoint.sequence() > last) {
                    return Optional.of(beyond(checkpoint, last));
                }
            }
            return entries == 0 ? Optional.of(Finding.of(FindingCode.EMPTY, 1, from)) : seals.atTheEnd(last);
        }

        private Finding beyond(Checkpoint checkpoint, long last) {
            String time = Times.write(checkpoint.time());
            if (trail.signedBeyond(checkpoint)) {
                return Finding.of(FindingCode.TAIL_CUT, entries, last + 1, time, checkpoint.sequence());
            }
            return trail.knows(checkpoint.keyId())
                    ? unsigned(checkpoint, entries)
                    : Finding.of(
                            FindingCode.CHECKPOINT_KEY_UNKNOWN,
                            entries,
                            checkpoint.sequence(),
                            time,
                            checkpoint.keyId());
        }

        private void accept(Line line) {
            entries++;
            head = new Head(line.sequence(), line.hash(), line.recordedAt());
            first = first.or(() -> Optional.of(line.recordedAt()));
        }

        private Finding rewritten(Checkpoint checkpoint, Line line) {
            long good = met.isEmpty() ? 0 : met.get(met.size() - 1).sequence();
            return Finding.of(
                    FindingCode.REWRITTEN, line.number(), line.sequence(), Times.write(checkpoint.time()), good);
        }

        private Finding unsigned(Checkpoint checkpoint, long line) {
            return Finding.of(
                    FindingCode.CHECKPOINT_UNSIGNED, line, checkpoint.sequence(), Times.write(checkpoint.time()));
        }

        private Optional<Finding> found(FindingCode code, Line line, Object... details) {
            return Optional.of(Finding.of(code, line.number(), line.sequence(), details));
        }
    }
}
