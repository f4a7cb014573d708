package io.subsidyrules.mutation.killer;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers of the rules and of changed rules to one request. */
record Decided(Answer original, Answer changed) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Decided.class);

    /** The key of an item on the applicant alone, where others have the id of a claim. */
    private static final String APPLICANT = "";

    /** Whether the status or an amount of anything is another one. */
    boolean differsInOutcome() {
        return !sums(original).equals(sums(changed)) || !differing(false).isEmpty();
    }

    /** Whether anything is another one that a scenario can expect of a decision. */
    boolean differs() {
        return differsInOutcome() || !differing(true).isEmpty();
    }

    private static List<Object> sums(Answer answer) {
        List<Object> sums = new ArrayList<>(List.of(answer.total(), answer.atStake()));
        answer.claims().forEach(claim -> sums.add(List.of(claim.status(), claim.amount(), claim.atStake())));
        return sums;
    }

    private record Key(String claim, String policy, String item) {}

    private static Map<Key, ItemAnswer> items(Answer answer) {
        Map<Key, ItemAnswer> items = new LinkedHashMap<>();
        answer.claims().forEach(claim -> claim.items().forEach(item -> items.put(key(claim.id(), item), item)));
        answer.supports().forEach(item -> items.put(key(APPLICANT, item), item));
        return items;
    }

    private static Key key(String claim, ItemAnswer item) {
        return new Key(claim, item.item().policy(), item.item().id());
    }

    /** The items of the original answer that come to something else. */
    private Map<Key, ItemAnswer> differing(boolean reasons) {
        Map<Key, ItemAnswer> others = items(changed);
        Map<Key, ItemAnswer> differing = items(original);
        differing.entrySet().removeIf(item -> Optional.ofNullable(others.get(item.getKey()))
                .filter(other -> told(other, reasons).equals(told(item.getValue(), reasons)))
                .isPresent());
        return differing;
    }

    private static List<Object> told(ItemAnswer item, boolean reasons) {
        List<Object> told = new ArrayList<>(List.of(item.status(), item.amount(), item.atStake()));
        if (reasons) {
            told.add(item.missing());
            told.add(failed(item));
        }
        return told;
    }

    private static List<String> failed(ItemAnswer item) {
        return item.failed().stream().map(Observation::pointer).toList();
    }

    /** The items that differ and what either answer says of each, whichever claim it is on. */
    List<Object> shown() {
        boolean reasons = !differsInOutcome();
        Map<Key, ItemAnswer> others = items(changed);
        return differing(reasons).entrySet().stream()
                .<Object>map(item -> List.of(
                        item.getKey().item(),
                        item.getKey().policy(),
                        told(item.getValue(), reasons),
                        Optional.ofNullable(others.get(item.getKey())).map(ItemAnswer::status)))
                .toList();
    }

    /** The parts of the original answer that the other has otherwise, as a scenario expects them. */
    String expected() {
        boolean reasons = !differsInOutcome();
        StringBuilder expected = new StringBuilder("total: %s\n".formatted(original.total()));
        if (!original.atStake().equals(changed.atStake())) {
            expected.append("atStake: %s\n".formatted(original.atStake()));
        }
        Map<Key, ItemAnswer> differing = differing(reasons);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Map<String, String>> ofClaims = new LinkedHashMap<>();
        differing.forEach((key, item) -> {
            boolean alone = items(original).keySet().stream()
                            .filter(other -> other.item().equals(key.item()))
                            .count()
                    == 1;
            (alone ? plain : ofClaims.computeIfAbsent(key.claim(), first -> new LinkedHashMap<>()))
                    .put(key.item(), written(item, reasons));
        });
        if (!plain.isEmpty()) {
            expected.append("items: ").append(members(plain)).append('\n');
        }
        ofClaims.remove(APPLICANT);
        List<ClaimAnswer> claims = original.claims().stream()
                .filter(claim -> ofClaims.containsKey(claim.id()) || (differing.isEmpty() && isOther(claim)))
                .toList();
        if (!claims.isEmpty()) {
            expected.append("claims:\n");
            claims.forEach(claim -> expected.append(
                    "  %s: %s\n".formatted(AskedText.key(claim.id()), written(claim, ofClaims.get(claim.id())))));
        }
        return expected.toString();
    }

    private boolean isOther(ClaimAnswer claim) {
        return changed.claims().stream()
                .filter(other -> other.id().equals(claim.id()))
                .noneMatch(other -> other.status() == claim.status()
                        && other.amount().equals(claim.amount())
                        && other.atStake().equals(claim.atStake()));
    }

    private static String written(ClaimAnswer claim, @Nullable Map<String, String> items) {
        return "{ status: %s, amount: %s%s }"
                .formatted(claim.status(), claim.amount(), items == null ? "" : ", items: " + members(items));
    }

    private static String written(ItemAnswer item, boolean reasons) {
        List<String> members = new ArrayList<>(List.of("status: " + item.status()));
        item.amount().ifPresent(amount -> members.add("amount: " + amount));
        item.atStake().ifPresent(amount -> members.add("atStake: " + amount));
        if (reasons && !item.missing().isEmpty()) {
            members.add("missing: " + AskedText.value(item.missing()));
        }
        if (reasons && !item.failed().isEmpty()) {
            members.add("failed: " + AskedText.value(failed(item)));
        }
        return members.size() == 1 ? item.status().name() : "{ " + String.join(", ", members) + " }";
    }

    private static String members(Map<String, String> items) {
        List<String> members = new ArrayList<>();
        items.forEach((id, written) -> members.add(AskedText.key(id) + ": " + written));
        return "{ " + String.join(", ", members) + " }";
    }

    private static String key(Status status) {
        return switch (status) {
            case ELIGIBLE -> "given";
            case NOT_ELIGIBLE -> "notGiven";
            case REFERRED -> "referred";
            case UNDETERMINED -> "waits";
        };
    }

    /** The sentence of what becomes of the item that differs first: "Design purchase is awarded". */
    Text sentence() {
        Map<Key, ItemAnswer> differing = differing(!differsInOutcome());
        return differing.values().stream()
                .findFirst()
                .map(item -> TEXTS.text(key(item.status()), item.item().title()))
                .orElseGet(() -> TEXTS.text("sums"));
    }
}
