package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller with a certificate is known by its common name, and has the roles that the settings give that name. */
@QuarkusTest
@Tag("http")
@TestProfile(MutualTlsTest.WithCertificates.class)
class MutualTlsTest {

    private static final Path FOLDER = Path.of("target", "mutual-tls");
    private static final String PASSWORD = "only-for-tests";

    @TestHTTPResource(tls = true)
    URL service;

    public static final class WithCertificates implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path trusted = FOLDER.resolve("trusted.p12");
                for (String name : new String[] {"localhost", "portal", "unnamed", "stranger"}) {
                    make(name);
                }
                KeyStore callers = empty();
                callers.setCertificateEntry("portal", store("portal").getCertificate("portal"));
                callers.setCertificateEntry("unnamed", store("unnamed").getCertificate("unnamed"));
                try (var out = Files.newOutputStream(trusted)) {
                    callers.store(out, PASSWORD.toCharArray());
                }
                return Map.of(
                        "quarkus.http.test-ssl-port",
                        "0",
                        "quarkus.tls.key-store.p12.path",
                        FOLDER.resolve("localhost.p12").toString(),
                        "quarkus.tls.key-store.p12.password",
                        PASSWORD,
                        "quarkus.tls.trust-store.p12.path",
                        trusted.toString(),
                        "quarkus.tls.trust-store.p12.password",
                        PASSWORD,
                        "subsidy.access.certificates",
                        "true",
                        "subsidy.access.certificate.portal",
                        "decider");
            } catch (IOException | GeneralSecurityException failed) {
                throw new IllegalStateException("There are no certificates for the test.", failed);
            }
        }
    }

    @Test
    void theCommonNameIsTheCallerOfADecision() throws Exception {
        TestDatabase.await();
        HttpResponse<String> decided = post(client("portal"), "/v1/decisions");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        assertThat(decided.body()).contains("\"caller\":\"cert:portal\"");
    }

    @Test
    void aNameWithoutRolesMayDoNothingThatNeedsOne() throws Exception {
        HttpResponse<String> refused = post(client("unnamed"), "/v1/evaluate");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(post(client("portal"), "/v1/evaluate").statusCode()).isEqualTo(200);
    }

    @Test
    void aConnectionWithoutACertificateIsLetInAndHasNoCaller() throws Exception {
        assertThat(post(client(""), "/v1/evaluate").statusCode()).isEqualTo(401);
    }

    @Test
    void aCertificateOfNobodyKnownIsNoCaller() throws Exception {
        int status;
        try {
            status = post(client("stranger"), "/v1/evaluate").statusCode();
        } catch (IOException refusedInTheHandshake) {
            status = 401;
        }
        assertThat(status).isEqualTo(401);
    }

    private HttpResponse<String> post(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:%s%s".formatted(service.getPort(), path)))
                        .header("Content-Type", "application/json")
                        .header("X-Caller", "somebody-else")
                        .POST(BodyPublishers.ofString(SentRequest.SHORTEST))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client(String name) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("service", store("localhost").getCertificate("localhost"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(name.isEmpty() ? empty() : store(name), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(FOLDER.resolve(name + ".p12"))) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A key and a certificate that it signed itself. */
    private static void make(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".p12");
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(file);
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-J-Duser.language=en")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(name + ".log").toFile())
                .start();
        assertThat(made.onExit().join().exitValue()).isZero();
    }
}
