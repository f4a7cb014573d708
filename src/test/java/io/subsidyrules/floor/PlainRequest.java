package io.subsidyrules.floor;

import java.time.LocalDate;
import java.util.List;

/** A request without a fault. That it may choose policies is left out: there is only this one. */
record PlainRequest(LocalDate asOf, PlainApplicant applicant, List<PlainClaim> claims) {}
