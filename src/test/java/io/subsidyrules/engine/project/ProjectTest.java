package io.subsidyrules.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Request;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a request says of the projects that are claimed for, and of who claims. */
class ProjectTest {

    private static final String APPLICANT = "\"id\":\"91130100MA0ABCDE10\"";

    @Test
    void aProjectIsTheTypeAndItsKeysWhoeverApplies() {
        Request request = toTheRules(APPLICANT, """
                {"type":"StandardAward","id":"c1","year":2022,"project":"GB/T 1","prize":"FIRST"}""");
        assertThat(text(request)).isEqualTo("""
                {"keys":{"project":"GB/T 1","year":2022},"type":"StandardAward"}""");
    }

    @Test
    void aProjectThatManyCouldNameAlikeIsOneOfItsApplicant() {
        Request request = toTheRules(APPLICANT, """
                {"type":"DesignPurchase","id":"c1","project":"阀门 “新”"}""");
        assertThat(text(request)).isEqualTo("""
                {"applicant":"91130100MA0ABCDE10","keys":{"project":"阀门 “新”"},"type":"DesignPurchase"}""");
    }

    @Test
    void textsAreAsTheyAreWithTheShortestEscapes() {
        Project project = new Project(
                "DesignCentre", Optional.empty(), Map.of("name", "  A/b\"\\\n\u001F\u007f\ud83c\udf31e\u0301\"},"));
        assertThat(ProjectText.of(project)).isEqualTo("""
                {"keys":{"name":"  A/b\\"\\\\\\n\\u001f\u007f\ud83c\udf31e\u0301\\"},"},"type":"DesignCentre"}""");
    }

    @Test
    void everyTypeOfValueHasOneForm() {
        assertThat(text(toTheTypes("""
                {"type":"Thing","id":"c1","text":"1.50","amount":1.5,"number":2.0,"on":true,"day":"2023-05-01","grade":"B"}"""))).isEqualTo("""
                {"keys":{"amount":"1.50","day":"2023-05-01","grade":"B","number":2,"on":true,"text":"1.50"},"type":"Thing"}""");
    }

    @Test
    void theOrderOfTheKeysDoesNotMatter() {
        Map<String, Object> one = Map.of("b", "1", "a", 2);
        assertThat(ProjectText.of(new Project("T", Optional.empty(), one)))
                .isEqualTo("{\"keys\":{\"a\":2,\"b\":\"1\"},\"type\":\"T\"}");
        assertThatThrownBy(() -> new Project("T", Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProjectIsNotKnownWhileAKeyIsNot() {
        Request request = toTheRules(APPLICANT, """
                {"type":"StandardAward","id":"c1","project":null}""", """
                {"type":"StandardAward","id":"c2","project":"GB/T 1"}""");
        assertThat(request.claimedProject(0).project()).isEmpty();
        assertThat(request.claimedProject(0).unknownKeys()).containsExactly("/claims/0/project", "/claims/0/year");
        assertThat(request.claimedProject(1).project()).isEmpty();
        assertThat(request.claimedProject(1).unknownKeys()).containsExactly("/claims/1/year");
    }

    @Test
    void aTypeWithoutKeysHasNoProjects() {
        Request request = toTheTypes("{\"type\":\"Keyless\",\"id\":\"c1\"}");
        assertThat(request.claimedProject(0).project()).isEmpty();
        assertThat(request.claimedProject(0).unknownKeys()).isEmpty();
    }

    @Test
    void aProjectOfAnUnknownApplicantIsNotKnown() {
        Request request = toTheTypes("{\"type\":\"Own\",\"id\":\"c1\",\"name\":\"x\"}");
        assertThat(request.applicantId()).isEmpty();
        assertThat(request.claimedProject(0).project()).isEmpty();
        assertThat(request.claimedProject(0).unknownKeys()).containsExactly("/applicant/id");
    }

    @Test
    void aRequestSaysWhoAppliesFromWhereAndForWhat() {
        Request request = toTheRules(APPLICANT + ",\"divisionCode\":\"130100\",\"kind\":\"ZONE\"", """
                {"type":"DesignCentre","id":"a"}""", """
                {"id":"b","type":"DesignPurchase"}""");
        assertThat(request.applicantId()).contains("91130100MA0ABCDE10");
        assertThat(request.applicantText("divisionCode")).contains("130100");
        assertThat(request.applicantText("kind")).contains("ZONE");
        assertThat(request.applicantText("industry")).isEmpty();
        assertThat(request.applicantText("nothing")).isEmpty();
        assertThat(request.claimCount()).isEqualTo(2);
        assertThat(request.claimType(0)).isEqualTo("DesignCentre");
        assertThat(request.claimId(0)).isEqualTo("a");
        assertThat(request.claimType(1)).isEqualTo("DesignPurchase");
        assertThat(request.claimId(1)).isEqualTo("b");
    }

    private static String text(Request request) {
        return ProjectText.of(request.claimedProject(0).project().orElseThrow());
    }

    private static Request toTheRules(String applicant, String... claims) {
        return read(AskedRequests.RULES, applicant, claims);
    }

    private static Request toTheTypes(String claim) {
        try (Ruleset ruleset = Ruleset.of(RuleSources.of(Map.of(
                "vocabulary/v.drl",
                """
                package vocabulary;
                declare enum Grade A( "a", "甲" ), B( "b", "乙" ); en : String zh : String end
                declare Applicant @en( "a" ) @zh( "a" )
                    id : String @en( "id" ) @zh( "id" )
                end
                declare Claim @en( "c" ) @zh( "c" )
                    id : String @required @en( "id" ) @zh( "id" )
                end
                """,
                "p/p.drl",
                """
                package p;
                import vocabulary.*;
                declare Thing extends Claim @en( "t" ) @zh( "t" )
                    text : String @key @en( "t" ) @zh( "t" )
                    amount : BigDecimal @key @en( "a" ) @zh( "a" )
                    number : Integer @key @en( "n" ) @zh( "n" )
                    on : Boolean @key @en( "o" ) @zh( "o" )
                    day : LocalDate @key @en( "d" ) @zh( "d" )
                    grade : Grade @key @en( "g" ) @zh( "g" )
                end
                declare Own extends Claim @en( "o" ) @zh( "o" )
                    name : String @key( "applicant" ) @en( "n" ) @zh( "n" )
                end
                declare Keyless extends Claim @en( "k" ) @zh( "k" )
                    name : String @en( "n" ) @zh( "n" )
                end
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $k : Keyless() then award( $k, yuan( 1 ) ); end
                """,
                "p/policy.yaml",
                ManyRules.policy("          - { id: i, title: { en: t, zh: t } }\n"))))) {
            return read(ruleset, "", claim);
        }
    }

    private static Request read(Ruleset ruleset, String applicant, String... claims) {
        String request = "{\"applicant\":{%s},\"claims\":[%s]}".formatted(applicant, String.join(",", claims));
        return ruleset.reader().readRecorded(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 28));
    }
}
