import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CatalogueApi;
import org.openapitools.client.api.DecisionsApi;
import org.openapitools.client.api.EvaluationApi;
import org.openapitools.client.api.LedgerApi;
import org.openapitools.client.api.ProblemsApi;
import org.openapitools.client.api.RulesApi;
import org.openapitools.client.model.Applicant;
import org.openapitools.client.model.Checkpoint;
import org.openapitools.client.model.Claim;
import org.openapitools.client.model.Decision;
import org.openapitools.client.model.DecisionPage;
import org.openapitools.client.model.DecisionRequest;
import org.openapitools.client.model.DesignPurchaseClaim;
import org.openapitools.client.model.DryRun;
import org.openapitools.client.model.Evaluation;
import org.openapitools.client.model.EvaluationRequest;
import org.openapitools.client.model.HostedStandardClaim;
import org.openapitools.client.model.LedgerEntry;
import org.openapitools.client.model.LedgerHead;
import org.openapitools.client.model.Policy;
import org.openapitools.client.model.RefusedContent;
import org.openapitools.client.model.Status;

/** Calls the service by the client that is generated, for Java's own HttpClient, from the contract with typed claims. */
public final class Client {

    private static final String APPLICANT = "91130100MA0ABCDE10";

    private final ApiClient client = new ApiClient();

    public static void main(String[] arguments) throws Exception {
        Client client = new Client();
        client.client.updateBaseUri(arguments[0]);
        client.evaluates();
        client.records();
        client.isRefused();
        client.readsTheCatalogue();
        client.readsTheRulesets();
        client.readsTheLedger();
        System.out.println("java-native: all is well");
    }

    private void evaluates() throws ApiException {
        EvaluationApi api = new EvaluationApi(client);
        for (String depth : new String[] {null, "full", "changes"}) {
            Evaluation answer = api.evaluate(
                    new EvaluationRequest()
                            .asOf(LocalDate.of(2023, 5, 1))
                            .applicant(applicant())
                            .addClaimsItem(purchase("c1", "1234567.89"))
                            .addClaimsItem(new Claim(new HostedStandardClaim()
                                    .type(HostedStandardClaim.TypeEnum.HOSTED_STANDARD)
                                    .id("c2")
                                    .standardNumber("ISO 1")
                                    .level(HostedStandardClaim.LevelEnum.NATIONAL)
                                    .role(HostedStandardClaim.RoleEnum.HOST)))
                            .addClaimsItem(purchase("c3", "0.00")),
                    depth,
                    null,
                    "zh-CN");
            same(answer.getTotal(), "817283.94");
            same(answer.getClaims().get(0).getAmount(), "617283.94");
            same(answer.getClaims().get(2).getStatus(), Status.NOT_ELIGIBLE);
            same(answer.getClaims().get(2).getItems().get(0).getFailed().size(), 1);
            same(isEmpty(answer.getClaims().get(0).getItems().get(0).getConditions()), depth == null);
            same(isEmpty(answer.getClaims().get(2).getItems().get(0).getChanges()), !"changes".equals(depth));
        }
    }

    private void records() throws ApiException {
        DecisionsApi api = new DecisionsApi(client);
        for (String expenses : List.of("1234567.89", "12345678.91", "999999999999.99")) {
            DecisionRequest request = new DecisionRequest()
                    .reference("native " + expenses)
                    .asOf(LocalDate.of(2023, 5, 1))
                    .applicant(applicant())
                    .addClaimsItem(purchase("c1", expenses));
            String key = UUID.randomUUID().toString();
            DryRun foreseen = api.dryRun("java-native", request, key, null);
            Decision decided = api.decide("java-native", request, null, key, null);
            same(decided.getResult().getTotal(), expenses.equals("1234567.89") ? "617283.94" : "1000000.00");
            same(foreseen.getResult().getTotal(), decided.getResult().getTotal().toPlainString());
            same(api.decide("java-native", request, null, key, null), decided);
            Decision found = api.getDecision(decided.getId(), null, null, null);
            same(found, decided);
            same(found.getRequest().getClaims().get(0).getType(), "DesignPurchase");
        }
        int seen = 0;
        String cursor = null;
        do {
            DecisionPage page = api.listDecisions(
                    APPLICANT, null, "design-purchase", null, Status.ELIGIBLE, null, null, null, 1, cursor, null, null);
            seen += page.getDecisions().size();
            cursor = page.getNext() == null ? null : page.getNext().replaceFirst(".*cursor=", "");
        } while (cursor != null);
        same(seen >= 3, true);
    }

    private void isRefused() throws Exception {
        EvaluationRequest request =
                new EvaluationRequest().applicant(applicant().id("91130100MA0ABCDE11")).addClaimsItem(purchase("", "1"));
        try {
            new EvaluationApi(client).evaluate(request, null, null, null);
            throw new AssertionError("It was not refused.");
        } catch (ApiException refused) {
            same(refused.getCode(), 422);
            RefusedContent problem =
                    client.getObjectMapper().readValue(refused.getResponseBody(), RefusedContent.class);
            same(problem.getErrorCount(), 2);
            same(problem.getErrors().get(0).getPointer(), "/applicant/id");
        }
    }

    private void readsTheCatalogue() throws Exception {
        CatalogueApi api = new CatalogueApi(client);
        Policy policy = api.getPolicy("hebei-quality-2022", null, "zh-CN", null);
        same(policy.getMeasures().size(), 24);
        same(
                policy.getMeasures().get(8).getClauses().get(2).getItems().get(0).getRules().get(0).getAmount().getCeiling(),
                "1000000.00");
        same(api.getMeasure("hebei-quality-2022", 1, null, null, null).getNumber(), 1);
        same(api.listPolicies(null, null, null).getPolicies().isEmpty(), false);
        same(api.listClaimTypes(null, null, null).getClaimTypes().size() > 10, true);
        same(api.getClaimType("DesignPurchase", null, null, null).get$Id(), "/v1/claim-types/DesignPurchase");
        same(api.getApplicantType(null, null, null).getProperties().containsKey("kind"), true);
        same(api.getProgress("hebei-quality-2022", null, null).getCurrency(), "CNY");
        same(api.getContract(null, null, null, null).getInfo().getTitle(), "subsidy-rules");
        same(new RulesApi(client).getRulesetStatus(null, null).getState().getValue(), "CURRENT");
        same(new ProblemsApi(client).explainProblem("invalid-content", null, null).startsWith("422"), true);
    }

    private void readsTheRulesets() throws Exception {
        RulesApi api = new RulesApi(client);
        String version = api.listRulesets(null, null, null).getRulesets().get(0).getVersion();
        same(api.listRulesetFiles(version, null, null).getFiles().isEmpty(), false);
        same(Files.size(api.getRuleset(version, null, null).toPath()) > 10_000, true);
    }

    private void readsTheLedger() throws Exception {
        LedgerApi api = new LedgerApi(client);
        LedgerHead head = api.getLedgerHead(null);
        Checkpoint checkpoint = api.getCheckpoint(null);
        same(checkpoint.getSequence() >= head.getSequence(), true);
        same(api.getLedgerKeys(null).getKeys().isEmpty(), false);
        File export = api.exportLedger(1L, null);
        List<String> lines = Files.readAllLines(export.toPath());
        same(lines.size() >= head.getSequence(), true);
        JsonNode first = client.getObjectMapper().readTree(lines.get(0));
        same(client.getObjectMapper().treeToValue(first, LedgerEntry.class).getActualInstance() != null, true);
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static Applicant applicant() {
        return new Applicant()
                .id(APPLICANT)
                .kind(Applicant.KindEnum.ENTERPRISE)
                .divisionCode("130100")
                .industry(Applicant.IndustryEnum.MANUFACTURING)
                .newEconomy(false);
    }

    private static Claim purchase(String id, String expenses) {
        return new Claim(new DesignPurchaseClaim()
                .type(DesignPurchaseClaim.TypeEnum.DESIGN_PURCHASE)
                .id(id)
                .project("Casing " + UUID.randomUUID())
                .approvedExpenses(new BigDecimal(expenses)));
    }

    private static void same(Object seen, Object expected) {
        Object plain = seen instanceof BigDecimal amount ? amount.toPlainString() : seen;
        if (!plain.equals(expected)) {
            throw new AssertionError("There is %s, where %s belongs.".formatted(plain, expected));
        }
    }
}
