package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import java.util.List;

/**
 * A request to one ruleset, with all that its reading needs made ready.
 *
 * @param claims the types of claims that declare their id
 * @param claimNames their names
 * @param policies the ids that a request can ask for
 */
record RequestForm(
        FactForm applicant,
        List<FactForm> claims,
        QuotedNames claimNames,
        List<String> policies,
        QuotedNames policyNames) {

    static RequestForm of(Vocabulary vocabulary, List<String> policies) {
        List<FactType> claims = vocabulary.claims().stream()
                .filter(type -> type.field(FactForm.ID).isPresent())
                .toList();
        return new RequestForm(
                new FactForm(vocabulary.applicant(), vocabulary),
                claims.stream().map(type -> new FactForm(type, vocabulary)).toList(),
                new QuotedNames(claims.stream().map(FactType::name).toList()),
                List.copyOf(policies),
                new QuotedNames(policies));
    }
}
