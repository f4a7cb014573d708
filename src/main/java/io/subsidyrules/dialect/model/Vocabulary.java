package io.subsidyrules.dialect.model;

import java.util.List;
import java.util.Optional;

/** The types of facts of all policies. */
public record Vocabulary(FactType applicant, List<FactType> claims) {

    public Vocabulary {
        claims = List.copyOf(claims);
    }

    public Optional<FactType> claim(String name) {
        for (FactType type : claims) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public List<String> claimNames() {
        return claims.stream().map(FactType::name).toList();
    }
}
