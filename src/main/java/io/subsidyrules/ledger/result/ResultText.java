package io.subsidyrules.ledger.result;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a decision's result, exactly as it was answered. Entries have it compressed, with its figures in clear
 * beside it; those of version 0.1.0 have it as it is, and alone.
 */
public final class ResultText {

    private static final int PART = 8 << 10;

    private static final String PLAIN = "result";
    private static final String COMPRESSED = "compressedResult";

    private final boolean compressed;
    private final String member;

    private ResultText(boolean compressed, String member) {
        this.compressed = compressed;
        this.member = member;
    }

    /** The result in an entry that has one. */
    public static ResultText of(Map<String, ?> members) {
        Object plain = members.get(PLAIN);
        return plain == null
                ? new ResultText(true, (String) Objects.requireNonNull(members.get(COMPRESSED), COMPRESSED))
                : new ResultText(false, (String) plain);
    }

    /** The result that something writes; empty if it is too long to be kept. */
    public static Optional<ResultText> compressed(TextWriter text) {
        try {
            return Optional.of(new ResultText(true, Compression.compress(text)));
        } catch (Compression.TooLongException tooLong) {
            return Optional.empty();
        }
    }

    /**
     * The first member of an entry that lacks or does not belong there, as it has its result in one of the two forms.
     *
     * @param members of a decision
     */
    public static Optional<String> fault(Map<String, ?> members) {
        Set<String> ofCompressed = new TreeSet<>(Figures.MEMBERS);
        ofCompressed.add(COMPRESSED);
        boolean plain = members.containsKey(PLAIN);
        return ofCompressed.stream()
                .filter(name -> members.containsKey(name) == plain)
                .findFirst()
                .or(() -> Figures.OF_CURRENCIES.stream()
                        .filter(name -> plain && members.containsKey(name))
                        .sorted()
                        .findFirst());
    }

    /**
     * The member that says something else than the text, where the text is compressed; the text's own where it cannot
     * be read.
     */
    public static Optional<String> disagreement(Map<String, ?> members) {
        if (members.containsKey(PLAIN)) {
            return Optional.empty();
        }
        try {
            return of(members).figures().fault(members);
        } catch (DamagedResultException damaged) {
            return Optional.of(COMPRESSED);
        }
    }

    /** As an entry has it. */
    public Map.Entry<String, String> member() {
        return Map.entry(compressed ? COMPRESSED : PLAIN, member);
    }

    /**
     * The bytes of the text in UTF-8.
     *
     * @throws DamagedResultException if it is not whole
     */
    public byte[] bytes() {
        if (!compressed) {
            return member.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length());
        try {
            writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the bytes of the text, of which only some are in memory at a time.
     *
     * @throws DamagedResultException if it is not whole
     * @throws IOException if they cannot be written there
     */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            byte[] part = new byte[PART];
            for (int read = read(in, part); read >= 0; read = read(in, part)) {
                out.write(part, 0, read);
            }
        }
    }

    /**
     * The figures of the text.
     *
     * @throws DamagedResultException if it is not that of a result
     */
    public Figures figures() {
        try (InputStream in = open()) {
            return FiguresReader.read(in);
        } catch (IOException damaged) {
            throw new DamagedResultException(damaged);
        }
    }

    /**
     * The number of bytes.
     *
     * @throws DamagedResultException if the text is not whole
     */
    public int length() {
        int length = 0;
        try (InputStream in = open()) {
            byte[] part = new byte[PART];
            for (int read = read(in, part); read >= 0; read = read(in, part)) {
                length += read;
            }
        } catch (IOException damaged) {
            throw new DamagedResultException(damaged);
        }
        return length;
    }

    private static int read(InputStream in, byte[] part) {
        try {
            return in.read(part);
        } catch (IOException damaged) {
            throw new DamagedResultException(damaged);
        }
    }

    private InputStream open() {
        try {
            return compressed
                    ? Compression.open(member)
                    : new ByteArrayInputStream(member.getBytes(StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new DamagedResultException(damaged);
        }
    }
}
