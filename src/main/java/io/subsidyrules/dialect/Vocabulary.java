package io.subsidyrules.dialect;

import java.util.List;
import java.util.Optional;

/** The types of facts of all policies. */
public record Vocabulary(FactType applicant, List<FactType> claims) {

    public Vocabulary {
        claims = List.copyOf(claims);
    }

    public Optional<FactType> claim(String name) {
        return claims.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public List<String> claimNames() {
        return claims.stream().map(FactType::name).toList();
    }
}
