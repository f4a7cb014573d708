package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What another office finds in the ledger after the faults. */
record Audit(List<Entry> decisions, Verification verification) {

    /** Fetches all of it. */
    static Audit of(ServiceProcess service) throws IOException, InterruptedException {
        Checkpoint checkpoint = Checkpoint.read(service.get("/v1/ledger/checkpoint"));
        Keys keys = Keys.read(service.get("/v1/ledger/keys"));
        String export = service.get("/v1/ledger");
        List<Entry> decisions = export.lines()
                .map(Entry::read)
                .filter(entry -> entry.kind() == EntryKind.DECISION)
                .toList();
        return new Audit(
                decisions,
                new Verifier(List.of(checkpoint), Optional.of(keys), 1)
                        .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8))));
    }

    /** Waits until the service can record again, looks at all that it has, and prints the figures of the fault. */
    static Audit judge(String fault, int times, Load load, ServiceProcess service) throws Exception {
        service.awaitReady();
        Audit audit = of(service);
        audit.holds(load.acknowledged());
        assertThat(load.acknowledged()).isNotEmpty();
        audit.tell(
                "%s (%s requests sent again)".formatted(fault, load.repeats()),
                times,
                load.acknowledged().size());
        return audit;
    }

    /** Nothing can be lost or there twice any more: {@link #holds} has looked. */
    void tell(String fault, int times, int acknowledged) {
        System.out.printf(
                "%s: %s times; acknowledged %s, lost 0, duplicated 0; recorded %s%n",
                fault, times, acknowledged, decisions.size());
    }

    /** Every acknowledged decision is there once, no request and no project twice, and the chain is whole. */
    void holds(Map<String, Load.Acknowledged> acknowledged) {
        assertThat(verification.finding().map(finding -> finding.sentence(Language.EN)))
                .isEmpty();
        Map<String, Load.Acknowledged> recorded = new HashMap<>();
        Map<String, String> projects = new HashMap<>();
        for (Entry decision : decisions) {
            Map<String, Object> members = decision.members();
            String id = String.valueOf(members.get("id"));
            String reference = String.valueOf(members.get("reference"));
            assertThat(recorded.put(reference, new Load.Acknowledged(id, decision.hash())))
                    .as("another decision of the same request")
                    .isNull();
            assertThat(members.getOrDefault("idempotencyKey", reference)).isEqualTo(reference);
            for (Object project : (List<?>) Objects.requireNonNull(members.get("projects"))) {
                String text = String.valueOf(((Map<?, ?>) project).get("project"));
                assertThat(projects.put(text, id))
                        .as("who was paid for %s before", text)
                        .isNull();
            }
        }
        assertThat(recorded).containsAllEntriesOf(acknowledged);
    }
}
