package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that speaks TLS itself: what is watched and limited in a connection is so behind the handshake too. */
@QuarkusTest
@Tag("http")
@TestProfile(TlsTest.Encrypted.class)
class TlsTest {

    private static final Path STORE = Path.of("target", "tls", "store.p12");
    private static final String PASSWORD = "only-for-tests";
    private static final String BODY = SentRequest.SHORTEST;
    private static final String HEAD =
            "POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @TestHTTPResource(tls = true)
    URL service;

    public static final class Encrypted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "quarkus.http.test-ssl-port",
                        "0",
                        "quarkus.http.ssl.certificate.files",
                        pem("certificate.pem", "CERTIFICATE", certificate().getEncoded()),
                        "quarkus.http.ssl.certificate.key-files",
                        pem("key.pem", "PRIVATE KEY", key().getEncoded()));
            } catch (IOException | GeneralSecurityException failed) {
                throw new IllegalStateException("There is no certificate for the test.", failed);
            }
        }

        private static String pem(String file, String label, byte[] content) throws IOException {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
            return Files.writeString(
                            STORE.resolveSibling(file),
                            "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, text, label))
                    .toString();
        }
    }

    private static Certificate certificate() throws IOException, GeneralSecurityException {
        return store().getCertificate("service");
    }

    private static Key key() throws IOException, GeneralSecurityException {
        return store().getKey("service", PASSWORD.toCharArray());
    }

    /** A key and a certificate that it signed itself, made anew where there is none. */
    private static KeyStore store() throws IOException, GeneralSecurityException {
        if (!Files.exists(STORE)) {
            Files.createDirectories(STORE.getParent());
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "service",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-keystore",
                            STORE.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-J-Duser.language=en")
                    .redirectErrorStream(true)
                    .redirectOutput(STORE.resolveSibling("keytool.log").toFile())
                    .start();
            assertThat(made.onExit().join().exitValue()).isZero();
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(STORE)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private SSLSocket connect(Wire wire) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("service", certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(wire, "localhost", service.getPort(), true);
            socket.setSoTimeout(20_000);
            return socket;
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
    }

    /** Sends what ends the handshake together with what comes behind it, as some clients do. */
    private static final class Wire extends Socket {

        private static final byte HANDSHAKE = 22;

        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private boolean holds = true;

        Wire(URL service) throws IOException {
            super(service.getHost(), service.getPort());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            OutputStream sent = super.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    boolean hello = held.size() == 0 && bytes[offset] == HANDSHAKE;
                    if (holds && !hello) {
                        held.write(bytes, offset, length);
                    } else {
                        sent.write(bytes, offset, length);
                    }
                }
            };
        }

        void send() throws IOException {
            holds = false;
            super.getOutputStream().write(held.toByteArray());
        }
    }

    /** All that comes back until the service closes the connection. */
    private String answers(String sent) throws IOException {
        try (Wire wire = new Wire(service);
                SSLSocket socket = connect(wire)) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            wire.send();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String whole(String more) {
        return HEAD + more + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }

    @Test
    void requestsThatComeTogetherAreAnsweredInTurn() throws IOException {
        assertThat(answers(whole("X-Request-Id: first\r\n") + whole("X-Request-Id: last\r\nConnection: close\r\n")))
                .matches("(?s)HTTP/1.1 200 .*X-Request-Id: first.*HTTP/1.1 200 .*X-Request-Id: last.*");
    }

    @Test
    void aHeadThatDoesNotEndIsAnsweredWith408() throws IOException {
        assertThat(answers("POST /v1/evaluate HTTP/1.1\r\nHost: local"))
                .startsWith("HTTP/1.1 408 ")
                .contains("/problems/request-timeout");
    }

    @Test
    void aBodyThatDoesNotEndIsAnsweredWith408() throws IOException {
        assertThat(answers(HEAD + "Content-Length: 100000\r\n\r\n{"))
                .startsWith("HTTP/1.1 408 ")
                .contains("/problems/request-timeout");
    }

    @Test
    void aBodyThatIsBrokenInTheMiddleIsAnsweredWith400() throws IOException {
        assertThat(answers(HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nno number\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("/problems/");
    }

    @Test
    void requestsOfWhichEachIsAnsweredBeforeTheNextDoNotEndIt() throws IOException {
        String answers = answers(whole("").repeat(30) + whole("Connection: close\r\n"));
        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(32);
    }

    /** They are for the workers, so that they wait for each other. */
    @Test
    void moreRequestsThanAConnectionMayHaveEndIt() throws IOException {
        String answers = answers(whole("X-Forwarded-Prefix: /elsewhere\r\n").repeat(200));
        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSizeBetween(2, 200);
    }
}
