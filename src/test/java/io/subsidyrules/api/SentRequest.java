package io.subsidyrules.api;

import io.subsidyrules.codes.ApplicantCodes;
import java.util.Arrays;
import java.util.List;

/** A request as a caller sends it: about an enterprise in Shijiazhuang, as of today, unless it says otherwise. */
public final class SentRequest {

    /** The shortest request that has no fault. */
    public static final String SHORTEST = Members.NONE
            .with("applicant", Members.NONE.with("id", ApplicantCodes.ONE))
            .toString();

    private final Members members;
    private final Members applicant;
    private final List<SentClaim> claims;

    private SentRequest(Members members, Members applicant, List<SentClaim> claims) {
        this.members = members;
        this.applicant = applicant;
        this.claims = List.copyOf(claims);
    }

    public static SentRequest request(SentClaim... claims) {
        return request(Arrays.asList(claims));
    }

    public static SentRequest request(List<SentClaim> claims) {
        Members applicant = Members.NONE
                .with("id", ApplicantCodes.ONE)
                .with("kind", "ENTERPRISE")
                .with("divisionCode", "130100");
        return new SentRequest(Members.NONE, applicant, claims);
    }

    /** As of another day. */
    public SentRequest asOf(Object day) {
        return with("asOf", day.toString());
    }

    public SentRequest reference(String reference) {
        return with("reference", reference);
    }

    private SentRequest with(String name, Object value) {
        return new SentRequest(members.with(name, value), applicant, claims);
    }

    /** By another applicant, whose credit code this is. */
    public SentRequest by(String creditCode) {
        return stating("id", creditCode);
    }

    /** With another fact of the applicant, or with another value of the one that has this name. */
    public SentRequest stating(String field, Object value) {
        return new SentRequest(members, applicant.with(field, value), claims);
    }

    public String json() {
        return members.with("applicant", applicant).with("claims", claims).toString();
    }
}
