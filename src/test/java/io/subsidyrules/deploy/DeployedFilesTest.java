package io.subsidyrules.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the service is deployed by fit the service, and the page that describes them. */
class DeployedFilesTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);
    private static final Pattern SETTING = Pattern.compile("\\b(?:SUBSIDY|QUARKUS)_[A-Z_]+\\b");

    private final String page = Files.readString(Path.of("docs/operating.md"));
    private final String dockerfile = Files.readString(Path.of("Dockerfile"));

    DeployedFilesTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.yaml", "kubernetes-own-database.yaml"})
    void everyContainerOfKubernetesIsLockedDown(String file) throws IOException {
        JsonNode pod = pod(file);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(dockerfile)
                .contains("USER " + pod.at("/securityContext/runAsUser").asText() + "\n");
        List<JsonNode> containers = Stream.of("initContainers", "containers")
                .flatMap(kind -> pod.path(kind).valueStream())
                .toList();
        assertThat(containers).isNotEmpty().allSatisfy(container -> {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.path("image").asText()).isEqualTo("subsidy-rules:" + version());
        });
    }

    @Test
    void theImageStartsWithTheCacheThatItMadeAndItsOptions() throws IOException {
        String training = group("(?m)^RUN bin/training-run (.*)$", dockerfile);
        List<String> start = Pattern.compile("\"([^\"]+)\"")
                .matcher(dockerfile.substring(dockerfile.indexOf("ENTRYPOINT")))
                .results()
                .map(word -> word.group(1))
                .toList();
        assertThat(start).contains(training.split(" ")).contains("-XX:AOTCache=app.aot");
        assertThat(Files.readString(Path.of("bin/training-run"))).contains("archive=$service/app.aot");
        assertThat(dockerfile).contains("-Dquarkus.package.jar.type=aot-jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.yaml", "kubernetes-own-database.yaml"})
    void everyProbeAsksWhatItIsFor(String file) throws IOException {
        JsonNode container = pod(file).at("/containers/0");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    }

    @Test
    void nobodyKillsTheServiceBeforeItsStopIsOver() throws IOException {
        Duration stop = setting("quarkus.shutdown.delay").plus(setting("quarkus.shutdown.timeout"));
        Duration margin = Duration.ofSeconds(10);
        for (String file : List.of("kubernetes.yaml", "kubernetes-own-database.yaml")) {
            assertThat(Duration.ofSeconds(
                            pod(file).path("terminationGracePeriodSeconds").asLong()))
                    .isGreaterThan(stop.plus(margin));
        }
        assertThat(Duration.ofSeconds(number("TimeoutStopSec=([0-9]+)", text("subsidy-rules.service"))))
                .isGreaterThan(stop.plus(margin));
        assertThat(Duration.ofSeconds(number("stop_grace_period: ([0-9]+)s", text("compose.yaml"))))
                .isGreaterThan(stop.plus(margin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.yaml", "kubernetes-own-database.yaml", "compose.yaml", "subsidy-rules.service"})
    void everySettingIsExplained(String file) throws IOException {
        assertThat(SETTING.matcher(text(file)).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(name -> page.contains(name)
                        || (name.startsWith("QUARKUS_DATASOURCE_")
                                && page.contains("`" + name.substring("QUARKUS_DATASOURCE".length()) + "`")));
    }

    @Test
    void everyAlarmSaysWhereItIsExplained() throws IOException {
        List<JsonNode> alarms = YAML.<JsonNode>readValue(text("alerts.yaml"))
                .at("/groups/0/rules")
                .valueStream()
                .toList();
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> {
            String runbook = alarm.at("/annotations/runbook").asText();
            assertThat(runbook).startsWith("docs/operating.md#");
            assertThat(page).contains("id=\"" + runbook.substring(runbook.indexOf('#') + 1) + "\"");
            assertThat(page).contains("`" + alarm.path("alert").asText() + "`");
            assertThat(alarm.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    @Test
    void everyFileOfThePageIsThere() {
        assertThat(Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)").matcher(page).results())
                .isNotEmpty()
                .allMatch(link -> Files.exists(Path.of("docs").resolve(link.group(1))));
    }

    /** But for the lines of problems, which are made of several parts. */
    @Test
    void everyLineOfTheLogIsOneThatTheServiceWrites() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            sources = files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .map(DeployedFilesTest::read)
                    .collect(Collectors.joining())
                    .replaceAll("\"\\s*\\+ \"", "");
        }
        String section = page.substring(page.indexOf("## What the log says"));
        assertThat(Pattern.compile("(?m)^\\| `(?![45][0-9]{2} )([^`]+)`")
                        .matcher(section)
                        .results()
                        .map(line -> Stream.of(line.group(1).split("\\.\\.\\."))
                                .filter(part -> part.length() > 8)
                                .findFirst()
                                .orElseThrow()))
                .hasSizeGreaterThan(6)
                .allSatisfy(part -> assertThat(sources).contains(part));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode pod(String file) throws IOException {
        try (MappingIterator<JsonNode> documents = YAML.readValues(text(file))) {
            return documents.next().at("/spec/template/spec");
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    private static String version() {
        return group("<artifactId>subsidy-rules</artifactId>\\s*<version>(.*?)</version>", read(Path.of("pom.xml")));
    }

    /** In seconds; none where it is not set. */
    private static Duration setting(String name) throws IOException {
        return Pattern.compile("(?m)^" + Pattern.quote(name) + "=([0-9]+)s$")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .findFirst()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .orElse(Duration.ZERO);
    }

    private static long number(String pattern, String text) {
        return Long.parseLong(group(pattern, text));
    }

    private static String group(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
