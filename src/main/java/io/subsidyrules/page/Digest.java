package io.subsidyrules.page;

import io.subsidyrules.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** The SHA-256 of bytes. */
public final class Digest {

    private Digest() {}

    /** Writes bytes, part by part. */
    public interface Written {

        /** Writes all of them. */
        void to(OutputStream out) throws IOException;
    }

    /** Its 32 bytes. */
    public static byte[] of(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }

    /** The same of what is written, which never is in memory as a whole. */
    public static byte[] of(Written written) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            written.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return digest.digest();
    }
}
