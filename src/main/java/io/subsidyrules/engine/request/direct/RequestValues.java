package io.subsidyrules.engine.request.direct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a request without a fault, as either reader hands them over.
 *
 * @param policies those that it asks for; none for all
 * @param reference the caller's own name for it, where it is to be recorded
 */
public record RequestValues(
        Optional<LocalDate> asOf,
        FactValues applicant,
        List<ClaimValues> claims,
        Set<String> policies,
        Optional<String> reference) {}
