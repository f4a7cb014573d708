package io.subsidyrules.api;

import java.util.UUID;

/** A claim as a caller sends it; those with a name of their own are eligible. */
public final class SentClaim {

    private final Members members;

    private SentClaim(Members members) {
        this.members = members;
    }

    /** A claim that says nothing but its type. */
    public static SentClaim claim(String type, String id) {
        return new SentClaim(Members.NONE.with("type", type).with("id", id));
    }

    /** An international standard that no other test claims for: the database is kept. */
    public static SentClaim hosted(String id) {
        return hosted(id, "ISO " + UUID.randomUUID());
    }

    /** The host of an international standard. */
    public static SentClaim hosted(String id, String standardNumber) {
        return claim("HostedStandard", id)
                .with("standardNumber", standardNumber)
                .with("role", "HOST")
                .with("level", "INTERNATIONAL");
    }

    /** The host of an international standard that is not said: as nobody knows whether it was paid for, it is undetermined. */
    public static SentClaim unnumbered(String id) {
        return hosted(id).without("standardNumber");
    }

    /** A provincial design centre, recognised when the first policy was in force. */
    public static SentClaim centre(String id, String name) {
        return claim("DesignCentre", id)
                .with("name", name)
                .with("level", "PROVINCIAL")
                .with("recognisedOn", "2022-12-20");
    }

    /** A purchase of design for a project that no other test claims for. */
    public static SentClaim design(String id, int approvedExpenses) {
        return claim("DesignPurchase", id)
                .with("project", UUID.randomUUID().toString())
                .with("approvedExpenses", approvedExpenses);
    }

    /** With another fact, or with another value of the one that has this name. */
    public SentClaim with(String field, Object value) {
        return new SentClaim(members.with(field, value));
    }

    public SentClaim without(String field) {
        return new SentClaim(members.without(field));
    }

    /** As JSON. */
    @Override
    public String toString() {
        return members.toString();
    }
}
