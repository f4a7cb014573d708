package io.subsidyrules.ledger.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A text comes back as it was, or not at all. */
class ResultTextTest {

    private static final int MIB = 1 << 20;

    @Property(tries = 100)
    void theVeryBytesComeBack(@ForAll @Size(max = 2_000) byte[] text, @ForAll @IntRange(min = 1, max = 40) int times) {
        ResultText kept = ResultText.compressed(out -> repeat(text, times, out)).orElseThrow();
        byte[] all = new byte[text.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = text[i % text.length];
        }
        ResultText read =
                ResultText.of(Map.of(kept.member().getKey(), kept.member().getValue()));
        assertThat(read.bytes()).isEqualTo(all);
        assertThat(read.length()).isEqualTo(all.length);
    }

    @Property(tries = 300)
    void whatIsCutOrAlteredIsNoOtherText(@ForAll @IntRange(max = 10_000) int where, @ForAll byte other) {
        byte[] compressed = Base64.getDecoder()
                .decode(ResultText.compressed(
                                out -> out.write("{\"total\":300000.00}".getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow()
                        .member()
                        .getValue());
        int at = where % compressed.length;
        assertThatThrownBy(() -> of(Arrays.copyOf(compressed, at)).bytes()).isInstanceOf(DamagedResultException.class);
        byte[] more = Arrays.copyOf(compressed, compressed.length + 1);
        assertThatThrownBy(() -> of(more).bytes()).isInstanceOf(DamagedResultException.class);
        byte[] altered = compressed.clone();
        altered[at] = other;
        if (!Arrays.equals(altered, compressed)) {
            try {
                assertThat(of(altered).bytes()).isEqualTo(of(compressed).bytes());
            } catch (DamagedResultException asMeant) {
                // Only what the stream says of itself can be otherwise and the text the same.
                assertThat(asMeant).hasMessageContaining("cannot be read");
            }
        }
    }

    @Example
    void aBombIsReadNoFurtherThanTheServiceItselfCompresses() throws IOException {
        byte[] bomb = bomb(200);
        assertThat(bomb.length).isLessThan(MIB);
        ResultText text = of(bomb);
        Counted out = new Counted();
        assertThatThrownBy(() -> text.writeTo(out)).isInstanceOf(DamagedResultException.class);
        assertThat(out.count).isLessThanOrEqualTo(Compression.LONGEST);
        assertThatThrownBy(text::length).isInstanceOf(DamagedResultException.class);
        assertThatThrownBy(text::figures).isInstanceOf(DamagedResultException.class);
        Counted small = new Counted();
        assertThatThrownBy(() -> of(bomb(10)).writeTo(small)).isInstanceOf(DamagedResultException.class);
        assertThat(small.count).isLessThan(8 * MIB);
    }

    @Example
    void whatCouldNotBeReadAgainIsNotKept() {
        assertThat(ResultText.compressed(out -> repeat(new byte[MIB], 33, out))).isEmpty();
        assertThat(ResultText.compressed(out -> repeat(new byte[MIB], 5, out))).isEmpty();
    }

    private static ResultText of(byte[] compressed) {
        return ResultText.of(Map.of("compressedResult", Base64.getEncoder().encodeToString(compressed)));
    }

    /** A stream that becomes so many MiB. */
    private static byte[] bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bomb)) {
            repeat(new byte[MIB], mebibytes, out);
        }
        return bomb.toByteArray();
    }

    private static void repeat(byte[] text, int times, OutputStream out) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(text);
        }
    }

    private static final class Counted extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
