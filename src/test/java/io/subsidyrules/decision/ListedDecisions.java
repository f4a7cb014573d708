package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentRequest.request;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.api.Api;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.codes.ApplicantCodes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Decisions that belong to one test alone, by their reference, and the lists and exports that have them. */
record ListedDecisions(String reference) {

    ListedDecisions() {
        this("list " + UUID.randomUUID());
    }

    Response decide(SentClaim... claims) {
        return decide(ApplicantCodes.ONE, claims);
    }

    Response decide(String applicant, SentClaim... claims) {
        return Api.decided(request(claims).by(applicant).reference(reference));
    }

    /** Those of this test that a query holds for. */
    ValidatableResponse found(String query) {
        return all("reference=" + encoded(reference) + "&" + query);
    }

    Response export(String type) {
        return given().header("Accept", type).queryParam("reference", reference).get("/v1/decisions");
    }

    String csv() {
        return new String(export("text/csv").asByteArray(), StandardCharsets.UTF_8);
    }

    /** Those of all tests that a query holds for. */
    static ValidatableResponse list(Map<String, String> query) {
        return given().queryParams(query).get("/v1/decisions").then().statusCode(200);
    }

    /** The same by a query that is encoded. */
    static ValidatableResponse all(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/decisions?" + query)
                .then()
                .statusCode(200);
    }

    static String encoded(String value) {
        return value.replace(" ", "%20");
    }

    static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
