package io.subsidyrules.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.amounts.DecimalStringContract;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.util.List;

/** Makes the contract of a ruleset: openapi.yaml, with the applicant and the claims as the ruleset declares them. */
final class LiveContract {

    private static final int SHORT_VERSION = 12;

    private final Ruleset ruleset;
    private final FactSchemas facts;
    private final ObjectNode contract = ContractFile.copy();
    private final ObjectNode schemas = (ObjectNode) contract.at("/components/schemas");

    private LiveContract(Ruleset ruleset, Language language) {
        this.ruleset = ruleset;
        this.facts = new FactSchemas(ruleset.book().vocabulary(), language);
    }

    /**
     * The contract as a tree, that belongs to the caller.
     *
     * @param server the path that its paths are below
     */
    static ObjectNode of(Ruleset ruleset, Language language, ContractForm form, String server) {
        LiveContract live = new LiveContract(ruleset, language);
        live.version();
        live.applicant();
        live.policies();
        if (form.typedClaims()) {
            live.claims();
        }
        ObjectNode contract = form.decimalStrings()
                ? DecimalStringContract.of(live.contract, ruleset.book().vocabulary())
                : live.contract;
        ContractBelow.rewrite(contract, server);
        return contract;
    }

    private void version() {
        ObjectNode info = (ObjectNode) contract.path("info");
        String version = ruleset.version();
        info.put("version", info.path("version").asText() + "+" + version.substring(0, SHORT_VERSION));
        info.put("x-ruleset", version);
    }

    /** The description of the file stays, as it says what an applicant is. */
    private void applicant() {
        JsonNode described = schemas.path("Applicant").path("description");
        ObjectNode applicant = facts.of(ruleset.book().vocabulary().applicant(), Currency.CNY);
        applicant.set("description", described);
        schemas.set("Applicant", applicant);
    }

    /** Requests name policies that there are; answers can have those of earlier rules. */
    private void policies() {
        List<String> ids =
                ruleset.book().policies().stream().map(policy -> policy.id()).toList();
        closed("/components/schemas/EvaluationRequest/properties/policies/items", ids);
        closed("/components/schemas/DecisionRequest/properties/policies/items", ids);
        closed("/components/parameters/policy/schema", ids);
        closed("/components/parameters/type/schema", ruleset.book().vocabulary().claimNames());
    }

    private void closed(String pointer, List<String> names) {
        ObjectNode schema = (ObjectNode) contract.at(pointer);
        schema.remove("maxLength");
        names.forEach(schema.putArray("enum")::add);
    }

    private void claims() {
        ObjectNode claim = schemas.putObject("Claim");
        claim.put("description", "One thing that is claimed; its type says which fields it can have.");
        var choices = claim.putArray("oneOf");
        ObjectNode discriminator = claim.putObject("discriminator");
        ObjectNode mapping = discriminator.put("propertyName", "type").putObject("mapping");
        for (FactType type : ruleset.book().vocabulary().claims()) {
            String name = name(type);
            String reference = "#/components/schemas/" + name;
            schemas.set(name, facts.of(type, ruleset.book().currency(type)));
            choices.addObject().put("$ref", reference);
            mapping.put(type.name(), reference);
        }
    }

    /** Names of types are unique over all policies; one that is taken by another schema gets a sign more. */
    private String name(FactType type) {
        String name = PlainName.of(type.name()) + "Claim";
        while (schemas.has(name)) {
            name += "_";
        }
        return name;
    }
}
