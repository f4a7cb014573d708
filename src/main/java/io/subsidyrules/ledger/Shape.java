package io.subsidyrules.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The form of a member of an entry. */
enum Shape {
    TEXT(value -> value instanceof String),
    NUMBER(value -> value instanceof Long number && number >= 1),
    /** Places of claims in the request, from 0; at least one. */
    CLAIMS(value ->
            value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Shape::isPlace)),
    EARLIER_AWARDS(value -> areObjects(
            value,
            Map.of(
                    "claim",
                    Shape::isPlace,
                    "decision",
                    member -> member instanceof String,
                    "earlierClaim",
                    Shape::isPlace,
                    "sameApplicant",
                    member -> member instanceof Boolean),
            Map.of("lookAlike", member -> member instanceof Boolean))),
    YUAN(Shape::isYuan),
    AWARDS(value -> areObjects(
            value,
            Map.of(
                    "claim",
                    Shape::isPlaceOrApplicant,
                    "policy",
                    member -> member instanceof String,
                    "item",
                    member -> member instanceof String),
            Map.of("amount", Shape::isYuan, "currency", Shape::isCurrency))),
    CURRENCY(Shape::isCurrency),
    TOTALS(value -> areObjects(
            value, Map.of("currency", Shape::isCurrency, "total", Shape::isYuan, "atStake", Shape::isYuan), Map.of())),
    PROJECTS(value -> areObjects(
            value, Map.of("claim", Shape::isPlace, "project", member -> member instanceof String), Map.of())),
    PUBLIC_KEY(value -> value instanceof Map<?, ?> jwk && VerifyingKey.read(jwk).isPresent());

    private static final Pattern YUAN_FORM = Pattern.compile("(0|[1-9]\\d{0,29})\\.\\d\\d");

    private final Predicate<Object> form;

    private static final Pattern CURRENCY_FORM = Pattern.compile("[A-Z]{3}");

    Shape(Predicate<Object> form) {
        this.form = form;
    }

    boolean fits(Object value) {
        return form.test(value);
    }

    private static boolean isPlace(Object value) {
        return value instanceof Long number && number >= 0;
    }

    private static boolean isPlaceOrApplicant(Object value) {
        return value instanceof Long number && number >= -1;
    }

    /** An amount as a text, with two decimals. */
    private static boolean isYuan(Object value) {
        return value instanceof String text && YUAN_FORM.matcher(text).matches();
    }

    /** A code of ISO 4217. */
    private static boolean isCurrency(Object value) {
        return value instanceof String text && CURRENCY_FORM.matcher(text).matches();
    }

    private static boolean areObjects(
            Object value, Map<String, Predicate<Object>> required, Map<String, Predicate<Object>> optional) {
        return value instanceof List<?> list && list.stream().allMatch(object -> isObject(object, required, optional));
    }

    private static boolean isObject(
            Object value, Map<String, Predicate<Object>> required, Map<String, Predicate<Object>> optional) {
        return value instanceof Map<?, ?> object
                && object.keySet().containsAll(required.keySet())
                && object.entrySet().stream().allMatch(member -> {
                    Predicate<Object> form = required.getOrDefault(member.getKey(), optional.get(member.getKey()));
                    return form != null && form.test(member.getValue());
                });
    }
}
