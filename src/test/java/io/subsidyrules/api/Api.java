package io.subsidyrules.api;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The service as another system calls it. A verb sends a request, its participle also sees to it that it succeeds. */
public final class Api {

    private Api() {}

    /** The system that calls where it does not matter which one does. */
    public static RequestSpecification portal() {
        return caller("portal");
    }

    public static RequestSpecification caller(String name) {
        return given().header("X-Caller", name).contentType("application/json");
    }

    /** The portal, with an idempotency key. */
    public static RequestSpecification keyed(String key) {
        return portal().header("Idempotency-Key", '"' + key + '"');
    }

    /** Asks for a decision on a project that nobody was paid for. */
    public static Response decide() {
        return decide(request(hosted("c1")));
    }

    public static Response decide(SentRequest request) {
        return decide(portal(), request);
    }

    public static Response decide(RequestSpecification caller, SentRequest request) {
        return decide(caller, request.json());
    }

    public static Response decide(RequestSpecification caller, String body) {
        return caller.body(body).post("/v1/decisions");
    }

    public static Response decided() {
        return decided(request(hosted("c1")));
    }

    public static Response decided(SentRequest request) {
        return decided(portal(), request);
    }

    public static Response decided(RequestSpecification caller, SentRequest request) {
        Response decision = decide(caller, request);
        decision.then().statusCode(201);
        return decision;
    }

    public static Response revoke(String decision, String reason) {
        return sendRevocation(decision, Members.NONE.with("reason", reason).toString());
    }

    /** Revokes one claim, by its place. */
    public static Response revoke(String decision, String reason, int claim) {
        return sendRevocation(
                decision,
                Members.NONE.with("reason", reason).with("claim", claim).toString());
    }

    /** Sends what may be no revocation. */
    public static Response sendRevocation(String decision, String body) {
        return portal().body(body).post("/v1/decisions/" + decision + "/revocation");
    }

    public static void revoked(String decision, String reason) {
        revoke(decision, reason).then().statusCode(201);
    }

    public static void revoked(String decision, String reason, int claim) {
        revoke(decision, reason, claim).then().statusCode(201);
    }

    /** Replays a decision under the ruleset that decided it. */
    public static Response replay(String decision) {
        return replay(decision, "");
    }

    public static Response replay(String decision, String query) {
        return given().post("/v1/decisions/" + decision + "/replay" + query);
    }
}
