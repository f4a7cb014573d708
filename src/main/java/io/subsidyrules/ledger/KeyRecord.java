package io.subsidyrules.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A public key of the ledger, as its KEY entry has it.
 *
 * @param sequence that of the KEY entry: the key signs checkpoints from there on
 * @param rotation by which key it follows which; empty for the first key
 */
public record KeyRecord(VerifyingKey key, long sequence, Optional<Rotation> rotation) {

    /**
     * The succession of one key to another.
     *
     * @param signature by the previous key, of the RFC 8785 JSON of keyId, previousKeyId and publicKey
     */
    public record Rotation(String previousKeyId, String signature) {}

    /**
     * The key of a KEY entry.
     *
     * @param members those of a KEY entry, of which {@link #fault} has nothing to say
     */
    public static KeyRecord of(Map<String, ?> members, long sequence) {
        VerifyingKey key = Optional.<Object>ofNullable(members.get("publicKey"))
                .flatMap(VerifyingKey::read)
                .orElseThrow(() -> new IllegalArgumentException("There is no Ed25519 key in (%s).".formatted(members)));
        return members.get("previousKeyId") instanceof String previous
                        && members.get("signature") instanceof String signature
                ? new KeyRecord(key, sequence, Optional.of(new Rotation(previous, signature)))
                : new KeyRecord(key, sequence, Optional.empty());
    }

    /** The member that does not fit the others: the id is that of the key, and a rotation is whole. */
    static Optional<String> fault(Map<String, ?> members) {
        if (!of(members, 1).keyId().equals(members.get("keyId"))) {
            return Optional.of("keyId");
        }
        return members.containsKey("previousKeyId") == members.containsKey("signature")
                ? Optional.empty()
                : Optional.of("signature");
    }

    public String keyId() {
        return key.keyId();
    }

    /** Whether it is this key that signed itself over to the one given. */
    public boolean signedOverTo(KeyRecord next) {
        return next.rotation
                .filter(rotation -> rotation.previousKeyId().equals(keyId()))
                .filter(rotation -> {
                    Map<String, Object> signed = new TreeMap<>();
                    signed.put("keyId", next.keyId());
                    signed.put("previousKeyId", rotation.previousKeyId());
                    signed.put("publicKey", next.key.jwk());
                    return key.verifies(Json.canonical(signed), rotation.signature());
                })
                .isPresent();
    }

    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("keyId", keyId());
        members.put("publicKey", key.jwk());
        rotation.ifPresent(by -> {
            members.put("previousKeyId", by.previousKeyId());
            members.put("signature", by.signature());
        });
        return members;
    }
}
