package io.subsidyrules.dialect.model;

import java.util.List;
import java.util.Optional;

/**
 * The types of facts of all policies.
 *
 * @param members the types of which claims and the applicant have lists
 */
public record Vocabulary(FactType applicant, List<FactType> claims, List<FactType> members) {

    public Vocabulary {
        claims = List.copyOf(claims);
        members = List.copyOf(members);
    }

    public Optional<FactType> claim(String name) {
        for (FactType type : claims) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * The type of the members of a list.
     *
     * @throws IllegalArgumentException if the field is not a list
     */
    public FactType membersOf(Field list) {
        return members.stream()
                .filter(type -> list.members().equals(Optional.of(type.name())))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("It is no list of members: %s.".formatted(list.name())));
    }

    public List<String> claimNames() {
        return claims.stream().map(FactType::name).toList();
    }
}
