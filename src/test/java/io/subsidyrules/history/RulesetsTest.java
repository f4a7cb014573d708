package io.subsidyrules.history;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever decided can be read: which rulesets did, and the files of each. */
@QuarkusTest
@Tag("http")
class RulesetsTest {

    @Inject
    LiveRuleset live;

    @Inject
    DataSource source;

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void theLiveRulesetIsListedWithWhatItDecided() {
        String version = decided().path("ruleset.version");
        JsonPath before = found(version);
        Response decided = decided();
        JsonPath after = found(version);
        assertThat(after.getBoolean("live")).isTrue();
        assertThat(after.getLong("decisions")).isEqualTo(before.getLong("decisions") + 1);
        assertThat(after.getLong("recorded.sequence"))
                .isLessThan(decided.jsonPath().getLong("sequence"));
        assertThat(after.getLong("lastDecision.sequence"))
                .isEqualTo(decided.jsonPath().getLong("sequence"));
        assertThat(after.getString("lastDecision.recordedAt")).isEqualTo(decided.path("recordedAt"));
    }

    @Test
    void thePagesHaveEveryRulesetOnce() throws SQLException {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            decided();
            kept.add(keep(RuleSources.of(Map.of("a.drl", UUID.randomUUID().toString()))));
        }
        List<String> versions = new ArrayList<>();
        String path = "/v1/rulesets?limit=2";
        while (path != null) {
            Response page = given().urlEncodingEnabled(false).get(path);
            page.then().statusCode(200).body("rulesets.size()", greaterThan(0));
            versions.addAll(page.<List<String>>path("rulesets.version"));
            path = page.path("next");
            assertThat(page.header("Link")).isEqualTo(path == null ? null : "<" + path + ">; rel=\"next\"");
        }
        assertThat(versions)
                .doesNotHaveDuplicates()
                .containsAll(kept)
                .contains(live.current().version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%00", "page=2", "limit=1&limit=1"})
    void aQueryThatIsNoneIsToldSo(String query) {
        String name = query.substring(0, query.indexOf('='));
        given().get("/v1/rulesets?" + query).then().statusCode(400).body("detail", containsString(name));
    }

    @Test
    void theFilesOfTheLiveRulesetAreAZipFile() {
        String version = live.current().version();
        Response zip = given().get("/v1/rulesets/" + version);
        zip.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("ETag", "\"" + version + "\"")
                .header("Cache-Control", "max-age=31536000, immutable")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"ruleset-%s.zip\"".formatted(version.substring(0, 12)));
        assertThat(SourceArchive.read(zip.asByteArray()).version()).isEqualTo(version);
        assertThat(given().get("/v1/rulesets/" + version).asByteArray()).isEqualTo(zip.asByteArray());
        given().header("If-None-Match", zip.header("ETag"))
                .get("/v1/rulesets/" + version)
                .then()
                .statusCode(304);
        given().head("/v1/rulesets/" + version).then().statusCode(200).header("ETag", zip.header("ETag"));
    }

    @Test
    void aRulesetThatIsNotLiveIsReadFromTheLedger() throws SQLException {
        RuleSources sources = RuleSources.of(Map.of("a.drl", UUID.randomUUID().toString(), "b/c.drl", "rule"));
        String version = keep(sources);
        byte[] zip = given().get("/v1/rulesets/" + version)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(SourceArchive.read(zip).files().keySet())
                .isEqualTo(sources.files().keySet());
        given().get("/v1/rulesets/" + version + "/files")
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("files.path", hasItems("a.drl", "b/c.drl"))
                .body("files[1].bytes", equalTo(4))
                .body("files[1].sha256", equalTo("7369949b47ef2c6ba26fbbee659cedc76123a75c17d321a52d8d1ef35e948042"));
    }

    @Test
    void aRulesetThatNeverDecidedIsNotThere() {
        for (String version : List.of("0".repeat(64), "x", "latest", "x/files")) {
            given().get("/v1/rulesets/" + version)
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("GET /v1/rulesets"));
        }
        given().accept("text/html")
                .get("/v1/rulesets/" + live.current().version())
                .then()
                .statusCode(406);
        given().get("/v1/rulesets/status").then().statusCode(200).body("files", nullValue());
    }

    private static JsonPath found(String version) {
        JsonPath page = given().get("/v1/rulesets?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        page.setRootPath("rulesets.find { it.version == '%s' }".formatted(version));
        return page;
    }

    private String keep(RuleSources sources) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ruleset select ?, max(sequence), ? from ledger_entry")) {
            insert.setString(1, sources.version());
            insert.setBytes(2, SourceArchive.bytes(sources));
            insert.execute();
        }
        return sources.version();
    }
}
