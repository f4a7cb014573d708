package io.subsidyrules.meaning;

import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.text.Sha256;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a row by which people cite it: the same for as long as the row says the same. */
final class RowId {

    private static final int DIGITS = 8;

    private RowId() {}

    static String of(MeantItem item, List<Cell> cells, List<Payment> payments) {
        return of(Stream.of(item.policy(), item.id(), item.claim().orElse("")), cells, payments);
    }

    static String of(Stream<String> subject, List<Cell> cells, List<Payment> payments) {
        Stream<String> told = cells.stream()
                .map(cell -> cell.variable().id() + "=" + cell.words().en())
                .sorted();
        Stream<String> outcomes =
                payments.stream().map(payment -> PaymentWording.of(payment).en());
        String all = Stream.of(subject, told, outcomes).flatMap(part -> part).collect(Collectors.joining("\n"));
        return Sha256.hex(all).substring(0, DIGITS);
    }
}
