package io.subsidyrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The bytes are those of Jackson's generator, whatever is written. */
class JsonOutputTest {

    private static final JsonFactory JACKSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** More than the part that is passed on at a time. */
    private static final int LONG = 20_000;

    private interface Written {
        void by(JsonGenerator jackson) throws IOException;
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(100);
        Arbitrary<String> escaped = Arbitraries.strings()
                .withCharRange((char) 0, '#')
                .withChars("\\/\u007f\u0080\u07ff\u0800\u2028\u2029\ud83d\ude00\udfff\ufeff\uffff")
                .ofMaxLength(50);
        Arbitrary<String> plain = Arbitraries.strings().ascii().ofMaxLength(200);
        Arbitrary<String> chinese =
                Arbitraries.strings().withCharRange('\u4e00', '\u9fff').ofMaxLength(200);
        Arbitrary<String> repeated = Combinators.combine(
                        Arbitraries.oneOf(escaped, plain, chinese),
                        Arbitraries.integers().between(2, LONG))
                .as((text, size) -> text.repeat(size / (text.length() + 1)));
        return Arbitraries.oneOf(any, escaped, plain, chinese, repeated);
    }

    @Provide
    static Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> unscaled = Arbitraries.oneOf(
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.integers().between(-1000, 1000).map(BigInteger::valueOf),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)));
        return Combinators.combine(
                        unscaled,
                        Arbitraries.oneOf(
                                Arbitraries.just(2), Arbitraries.integers().between(-30, 30)))
                .as(BigDecimal::new);
    }

    @Property
    void textsAreWrittenTheSame(@ForAll("texts") String text) throws IOException {
        assertThat(part(JsonParts.string(text))).isEqualTo(jackson(json -> json.writeString(text)));
    }

    @Property
    void numbersAreWrittenTheSame(@ForAll("numbers") BigDecimal number) throws IOException {
        JsonOutput json = JsonOutput.inMemory(0);
        json.number(number);
        assertThat(text(json.toBytes())).isEqualTo(jackson(jackson -> jackson.writeNumber(number)));
    }

    @Property
    void wholeNumbersAreWrittenTheSame(@ForAll int number) throws IOException {
        JsonOutput json = JsonOutput.inMemory(0);
        json.number(number);
        assertThat(text(json.toBytes())).isEqualTo(jackson(jackson -> jackson.writeNumber(number)));
    }

    @Property
    void datesAreTexts(@ForAll("dates") LocalDate date) {
        JsonOutput json = JsonOutput.inMemory(0);
        json.date(date);
        assertThat(text(json.toBytes())).isEqualTo("\"" + date + "\"");
    }

    @Provide
    static Arbitrary<LocalDate> dates() {
        Arbitrary<Long> near = Arbitraries.longs()
                .between(
                        LocalDate.of(-1, 1, 1).toEpochDay(),
                        LocalDate.of(10_001, 1, 1).toEpochDay());
        Arbitrary<Long> any = Arbitraries.longs().between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay());
        return Arbitraries.oneOf(near, any).map(LocalDate::ofEpochDay);
    }

    @Property(tries = 300)
    void membersAndElementsAreWrittenTheSameAsAWholeAndPartByPart(
            @ForAll("lists") List<String> texts, @ForAll("numbers") BigDecimal number, @ForAll boolean value)
            throws IOException {
        String expected = jackson(json -> {
            json.writeStartObject();
            json.writeStringField("first", "");
            json.writeStringField("constant", "\u6cb3\"");
            json.writeNumberField("number", number);
            json.writeArrayFieldStart("texts");
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
            json.writeBooleanField("bool", value);
            json.writeNullField("nothing");
            json.writeEndObject();
        });
        JsonOutput whole = JsonOutput.inMemory(0);
        write(texts, number, value, whole);
        assertThat(text(whole.toBytes())).isEqualTo(expected);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput parts = JsonOutput.to(out);
        write(texts, number, value, parts);
        parts.passOn();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Provide
    static Arbitrary<List<String>> lists() {
        return texts().list().ofMaxSize(8);
    }

    private static void write(List<String> texts, BigDecimal number, boolean value, JsonOutput json) {
        json.member(JsonPart.first("first"), "");
        json.part(JsonParts.member("constant", "\u6cb3\""));
        json.member(JsonPart.next("number"), number);
        json.part(JsonPart.array("texts"));
        for (String text : texts) {
            json.comma();
            json.string(text);
        }
        json.endArray();
        json.part(JsonPart.next("bool"));
        json.bool(value);
        json.part(JsonPart.next("nothing"));
        json.nothing();
        json.endObject();
    }

    /** Wherever a part ends, a comma is where it belongs. */
    @Example
    void anArrayMayBeginWhereAPartEnds() {
        for (int size = 8150; size < 8250; size++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JsonOutput json = JsonOutput.to(out);
            json.member(JsonPart.first("a"), "x".repeat(size));
            json.part(JsonPart.array("b"));
            json.comma();
            json.number(1);
            json.comma();
            json.number(2);
            json.endArray();
            json.endObject();
            json.passOn();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .isEqualTo("{\"a\":\"" + "x".repeat(size) + "\",\"b\":[1,2]}");
        }
    }

    @Example
    void onlyAPartIsInMemoryAtATime() {
        JsonOutput json = JsonOutput.to(OutputStream.nullOutputStream());
        json.part(JsonPart.first("a"));
        for (int i = 0; i < LONG; i++) {
            json.number(i);
        }
        assertThat(json.capacity()).isLessThan(LONG);
    }

    @Example
    void whatTheStreamRefusesIsTold() {
        IOException full = new IOException("full");
        JsonOutput json = JsonOutput.to(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw full;
            }
        });
        json.string("short");
        assertThatThrownBy(() -> json.string("x".repeat(LONG)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(full);
    }

    private static String part(JsonPart part) {
        JsonOutput json = JsonOutput.inMemory(0);
        json.part(part);
        return text(json.toBytes());
    }

    private static String jackson(Written written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator jackson = JACKSON.createGenerator(out)) {
            written.by(jackson);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
