package io.subsidyrules.engine.random;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.request.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random request, which a property can change and send again.
 *
 * @param policies those that it asks for; empty where the request does not have the member
 */
public record GivenRequest(
        Optional<LocalDate> asOf, GivenFact applicant, List<GivenClaim> claims, Optional<List<String>> policies) {

    /** The date of the evaluation of a request that gives none. */
    static final LocalDate TODAY = LocalDate.of(2024, 2, 29);

    private static final JsonFactory JSON = new JsonFactory();

    public GivenRequest {
        claims = List.copyOf(claims);
    }

    /** A claim with its id, which is not among the values of its fact. */
    public record GivenClaim(String id, GivenFact fact) {}

    Request readBy(Ruleset ruleset) {
        return ruleset.reader().read(json(), TODAY);
    }

    public LocalDate date() {
        return asOf.orElse(TODAY);
    }

    public GivenRequest withClaims(List<GivenClaim> others) {
        return new GivenRequest(asOf, applicant, others, policies);
    }

    /** The same request for this one of its claims only. */
    public GivenRequest alone(GivenClaim claim) {
        return withClaims(List.of(claim));
    }

    public GivenRequest renamed(UnaryOperator<String> ids) {
        return withClaims(claims.stream()
                .map(claim -> new GivenClaim(ids.apply(claim.id()), claim.fact()))
                .toList());
    }

    /** The same request without the claims that repeat an earlier one. */
    public GivenRequest withoutRepeats() {
        return withoutLater(GivenFact::isSameProject);
    }

    /** The same request without the claims that repeat an earlier one, or look as if they did. */
    public GivenRequest withoutLookAlikes() {
        return withoutLater((one, other) -> one.isSameProject(other) || one.looksLike(other));
    }

    /** The same request without the claims that are like an earlier one. */
    private GivenRequest withoutLater(BiPredicate<GivenFact, GivenFact> like) {
        List<GivenClaim> first = new ArrayList<>();
        for (GivenClaim claim : claims) {
            if (first.stream().noneMatch(earlier -> like.test(earlier.fact(), claim.fact()))) {
                first.add(claim);
            }
        }
        return withClaims(first);
    }

    /** The same request, with what it keeps of these fields told; each is given with its pointer. */
    public GivenRequest telling(BiPredicate<String, Field> which) {
        return new GivenRequest(
                asOf,
                applicant.telling("/applicant", which),
                IntStream.range(0, claims.size())
                        .mapToObj(i -> new GivenClaim(
                                claims.get(i).id(), claims.get(i).fact().telling("/claims/" + i, which)))
                        .toList(),
                policies);
    }

    /** The same request, with what it keeps of what is asked for told; of a list, all of its members. */
    public GivenRequest answering(Collection<String> asked) {
        return telling((pointer, field) ->
                asked.stream().anyMatch(one -> pointer.equals(one) || pointer.startsWith(one + "/")));
    }

    /** The pointers of what is not told. */
    public Set<String> untold() {
        return Stream.concat(
                        applicant.untold("/applicant"),
                        IntStream.range(0, claims.size())
                                .boxed()
                                .flatMap(i -> claims.get(i).fact().untold("/claims/" + i)))
                .collect(Collectors.toSet());
    }

    /** The same request, with this value told where the pointer says. */
    public GivenRequest with(String pointer, Object value) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (pointer.equals("/asOf")) {
            return new GivenRequest(Optional.of((LocalDate) value), applicant, claims, policies);
        }
        if (pointer.startsWith("/applicant/")) {
            return new GivenRequest(asOf, applicant.with(name, value), claims, policies);
        }
        int index = Integer.parseInt(pointer.substring("/claims/".length(), pointer.lastIndexOf('/')));
        List<GivenClaim> changed = new ArrayList<>(claims);
        changed.set(
                index,
                new GivenClaim(claims.get(index).id(), claims.get(index).fact().with(name, value)));
        return withClaims(changed);
    }

    /** The fact that a pointer to one of its fields leads into. */
    public GivenFact factAt(String pointer) {
        return pointer.startsWith("/applicant/")
                ? applicant
                : claims.get(Integer.parseInt(pointer.split("/", -1)[2])).fact();
    }

    /** The request in JSON; the type of a claim stands first or last. */
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (asOf.isPresent()) {
            json.writeStringField("asOf", asOf.get().toString());
        }
        json.writeObjectFieldStart("applicant");
        applicant.writeMembers(json);
        json.writeEndObject();
        json.writeArrayFieldStart("claims");
        for (int i = 0; i < claims.size(); i++) {
            write(json, claims.get(i), i % 2 == 0);
        }
        json.writeEndArray();
        if (policies.isPresent()) {
            json.writeArrayFieldStart("policies");
            for (String policy : policies.get()) {
                json.writeString(policy);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, GivenClaim claim, boolean typeFirst) throws IOException {
        json.writeStartObject();
        if (typeFirst) {
            json.writeStringField("type", claim.fact().type().name());
        }
        json.writeStringField("id", claim.id());
        claim.fact().writeMembers(json);
        if (!typeFirst) {
            json.writeStringField("type", claim.fact().type().name());
        }
        json.writeEndObject();
    }

    @Override
    public String toString() {
        return new String(json(), StandardCharsets.UTF_8);
    }
}
