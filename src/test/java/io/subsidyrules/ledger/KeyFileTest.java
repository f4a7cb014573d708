package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the signing key. */
class KeyFileTest {

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("keys").resolve("ledger.pem");
    }

    @Test
    void aKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        SigningKey made = new KeyFile(path()).inForce(Optional.empty());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path())).startsWith("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI");
        assertThat(new KeyFile(path()).inForce(Optional.empty()).keyId()).isEqualTo(made.keyId());
        assertThat(new KeyFile(path()).inForce(Optional.of(made.keyId())).keyId())
                .isEqualTo(made.keyId());
        try (Stream<Path> files = Files.list(path().getParent())) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void manyAtOnceMakeOneKey() {
        List<String> ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return new KeyFile(path()).inForce(Optional.empty()).keyId();
                    } catch (IOException failed) {
                        throw new AssertionError(failed);
                    }
                })
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    /** The key and the signature of RFC 8032, 7.1, test 1. */
    @Test
    void aKeyMadeElsewhereIsRead() throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """);
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
        SigningKey key = new KeyFile(path()).inForce(Optional.empty());
        assertThat(key.verifyingKey().x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(key.sign(""))
                .isEqualTo("5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        new KeyFile(path()).inForce(Optional.empty());
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new KeyFile(path()).inForce(Optional.empty())).hasMessageContaining("chmod 600");
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        new KeyFile(path()).inForce(Optional.empty());
        Files.writeString(path(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> new KeyFile(path()).inForce(Optional.empty())).hasMessageContaining("PKCS#8");
    }

    @Test
    void anotherKeyThanTheLedgersIsRefusedAndNoneIsMade() throws IOException {
        assertThatThrownBy(() -> new KeyFile(path()).inForce(Optional.of("x"))).isInstanceOf(IOException.class);
        assertThat(path()).doesNotExist();
        new KeyFile(path()).inForce(Optional.empty());
        assertThatThrownBy(() -> new KeyFile(path()).inForce(Optional.of("x"))).hasMessageContaining("from a copy");
    }

    @Test
    void aRotationIsAskedForByAFileAndSignedByTheOldKey() throws IOException {
        KeyFile file = new KeyFile(path());
        SigningKey old = file.inForce(Optional.empty());
        assertThat(file.isRotationAsked()).isFalse();
        assertThat(file.rotation(old.keyId())).isEmpty();
        ask("");
        assertThat(file.isRotationAsked()).isTrue();
        Map<String, Object> members = file.rotation(old.keyId()).orElseThrow();
        assertThat(members).containsEntry("previousKeyId", old.keyId()).containsKey("signature");
        assertThat(file.rotation(old.keyId()).orElseThrow()).containsEntry("keyId", members.get("keyId"));
        assertThat(file.inForce(Optional.of(old.keyId())).keyId()).isEqualTo(old.keyId());
        file.promote();
        assertThat(file.isRotationAsked()).isFalse();
        String next = id(Optional.of(members));
        assertThat(file.inForce(Optional.of(next)).keyId()).isEqualTo(next);
    }

    @Test
    void aRotationThatTheLedgerHasIsNotMadeAgainWhoeverEndsIt() throws IOException {
        KeyFile file = new KeyFile(path());
        SigningKey old = file.inForce(Optional.empty());
        ask("");
        String next = id(file.rotation(old.keyId()));
        assertThat(new KeyFile(path()).rotation(next)).isEmpty();
        assertThat(file.rotation(next)).isEmpty();
        ask("");
        String afterNext = id(file.rotation(next));
        assertThat(file.inForce(Optional.of(afterNext)).keyId()).isEqualTo(afterNext);
        assertThat(file.rotation(afterNext)).isEmpty();
        file.promote();
        assertThat(file.inForce(Optional.of(afterNext)).keyId()).isEqualTo(afterNext);
    }

    @Test
    void aLostKeyIsFollowedWithoutItsSignatureWhereTheOperatorSaysSo() throws IOException {
        KeyFile file = new KeyFile(path());
        SigningKey old = file.inForce(Optional.empty());
        Files.delete(path());
        ask("");
        assertThatThrownBy(() -> file.rotation(old.keyId())).hasMessageContaining("from a copy");
        file.giveUpRotation();
        assertThat(file.isRotationAsked()).isFalse();
        ask("lost\n");
        assertThat(file.rotation(old.keyId()).orElseThrow()).containsOnlyKeys("keyId", "publicKey");
        file.promote();
        assertThat(path()).exists();
    }

    private static String id(Optional<Map<String, Object>> entry) {
        return (String) Objects.requireNonNull(entry.orElseThrow().get("keyId"));
    }

    private void ask(String text) throws IOException {
        Files.writeString(path().resolveSibling("ledger.pem.rotate"), text);
    }
}
