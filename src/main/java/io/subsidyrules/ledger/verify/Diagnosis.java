package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells what was done to an export from the first line that does not fit, the entry before it and the lines that
 * follow. It reads on, so it serves once.
 */
final class Diagnosis {

    /** The most entries inserted or removed at one place that can be told from altered ones after a renumbering. */
    private static final int FURTHEST = 100;

    private final Lines lines;
    private final Head head;
    private final long from;
    private final List<Checkpoint> checkpoints;
    private final long expected;

    /** @param head the last entry that fits; its hash is empty if the export begins after it */
    Diagnosis(Lines lines, Head head, long from, List<Checkpoint> checkpoints) {
        this.lines = lines;
        this.head = head;
        this.from = from;
        this.checkpoints = checkpoints;
        this.expected = head.sequence() + 1;
    }

    Finding of(Line line) throws IOException {
        if (line.state() == Line.State.CUT) {
            return Finding.of(FindingCode.CUT_LINE, line.number(), expected);
        }
        if (line.isIntact() && line.sequence() > expected && !followsHead(line)) {
            return tooFar(line);
        }
        Optional<Line> next = lines.peek();
        if (next.isPresent() && isExpected(next.get())) {
            return repeated(line).orElseGet(() -> inserted(line));
        }
        if (!line.isIntact()) {
            return notIntact(line);
        }
        if (line.sequence() < expected) {
            return backwards(line);
        }
        if (followsHead(line) || expected == from) {
            return Finding.of(FindingCode.HASHED_ANEW, line.number(), expected);
        }
        return unchained(line, next);
    }

    /** The line, where the entry of which a checkpoint has the hash comes right after it. */
    Optional<Finding> insertedBefore(Line line, String hash) throws IOException {
        return lines.peek()
                .filter(next ->
                        next.sequence() == line.sequence() && next.hash().equals(hash))
                .map(next -> inserted(line));
    }

    private boolean isExpected(Line line) {
        return line.isIntact() && line.sequence() == expected && followsHead(line);
    }

    private boolean followsHead(Line line) {
        return !head.hash().isEmpty() && line.follows(head.hash());
    }

    private Finding notIntact(Line line) {
        if (line.state() == Line.State.UNREADABLE) {
            return Finding.of(FindingCode.UNREADABLE, line.number(), expected);
        }
        if (line.sequence() == expected && !followsHead(line)) {
            for (int i = 1; i <= FURTHEST; i++) {
                if (expected - i >= from && line.wasIntactAs(expected - i)) {
                    return Finding.of(FindingCode.INSERTED, line.number() - i, expected - i);
                }
                if (line.wasIntactAs(expected + i)) {
                    return Finding.of(FindingCode.REMOVED, line.number(), expected, expected + i - 1);
                }
            }
        }
        return Finding.of(FindingCode.ALTERED, line.number(), expected);
    }

    /** A later entry than expected: the expected one is missing or further below, or this one belongs nowhere. */
    private Finding tooFar(Line line) throws IOException {
        long found = 0;
        boolean again = false;
        boolean belongs = false;
        for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Line other = next.get();
            if (found == 0 && other.sequence() == expected) {
                found = other.number();
            }
            again |= other.sequence() == line.sequence();
            belongs |= other.sequence() == line.sequence() - 1 && line.follows(other.hash());
        }
        if (found == 0) {
            return Finding.of(FindingCode.REMOVED, line.number(), expected, line.sequence() - 1);
        }
        return again || !belongs
                ? inserted(line)
                : Finding.of(FindingCode.REORDERED, line.number(), line.sequence(), expected, found);
    }

    /** An earlier entry than expected: either it is too many, or those from its first appearance on are. */
    private Finding backwards(Line line) throws IOException {
        if (line.sequence() < from) {
            return expected == from
                    ? Finding.of(FindingCode.BEGINS_EARLIER, line.number(), line.sequence(), from)
                    : inserted(line);
        }
        long firstAt = line.number() - (expected - line.sequence());
        Line end = line;
        Optional<Line> next = lines.next();
        while (next.isPresent()
                && next.get().isIntact()
                && next.get().sequence() == end.sequence() + 1
                && next.get().follows(end.hash())
                && end.sequence() < expected) {
            end = next.get();
            next = lines.next();
        }
        if (end.sequence() >= expected || isVouchedFor(line.sequence(), line.hash())) {
            return Finding.of(FindingCode.INSERTED, firstAt, line.sequence());
        }
        return Finding.of(FindingCode.REPEATED, line.number(), line.sequence(), firstAt);
    }

    /**
     * The right place and a right hash, but chained to another entry than the one before: one of the two was hashed
     * anew.
     */
    private Finding unchained(Line line, Optional<Line> next) {
        boolean nextIsChainedToAnother = next.filter(Line::isIntact)
                .filter(after -> after.sequence() == expected + 1 && !after.follows(line.hash()))
                .isPresent();
        boolean self = isVouchedFor(head.sequence(), head.hash())
                || (nextIsChainedToAnother && !isVouchedFor(expected, line.hash()));
        return self
                ? Finding.of(FindingCode.HASHED_ANEW, line.number(), expected)
                : Finding.of(FindingCode.HASHED_ANEW, line.number() - 1, head.sequence());
    }

    private Optional<Finding> repeated(Line line) {
        return line.isIntact()
                        && line.sequence() == head.sequence()
                        && line.hash().equals(head.hash())
                ? Optional.of(Finding.of(FindingCode.REPEATED, line.number(), line.sequence(), line.number() - 1))
                : Optional.empty();
    }

    private Finding inserted(Line line) {
        return Finding.of(FindingCode.INSERTED, line.number(), line.sequence() == 0 ? expected : line.sequence());
    }

    private boolean isVouchedFor(long sequence, String hash) {
        return checkpoints.stream()
                .anyMatch(checkpoint ->
                        checkpoint.sequence() == sequence && checkpoint.hash().equals(hash));
    }
}
