import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.CatalogueApi;
import org.openapitools.client.api.DecisionsApi;
import org.openapitools.client.api.EvaluationApi;
import org.openapitools.client.api.LedgerApi;
import org.openapitools.client.api.ProblemsApi;
import org.openapitools.client.model.Applicant;
import org.openapitools.client.model.Claim;
import org.openapitools.client.model.Decision;
import org.openapitools.client.model.DecisionPage;
import org.openapitools.client.model.DecisionRequest;
import org.openapitools.client.model.DryRun;
import org.openapitools.client.model.Evaluation;
import org.openapitools.client.model.EvaluationRequest;
import org.openapitools.client.model.LedgerEntry;
import org.openapitools.client.model.Policy;
import org.openapitools.client.model.RefusedContent;

/** Calls the service by the client that is generated, for OkHttp and Gson, from openapi.yaml itself. */
public final class Client {

    private static final String APPLICANT = "91130100MA0ABCDE10";

    private final ApiClient client = new ApiClient();

    public static void main(String[] arguments) throws Exception {
        Client client = new Client();
        client.client.setBasePath(arguments[0]);
        client.evaluates();
        client.records();
        client.isRefused();
        client.readsTheCatalogue();
        client.readsTheLedger();
        System.out.println("java-okhttp: all is well");
        System.exit(0);
    }

    private void evaluates() throws ApiException {
        for (String depth : new String[] {null, "full", "changes"}) {
            Evaluation answer = new EvaluationApi(client)
                    .evaluate(
                            new EvaluationRequest()
                                    .asOf(LocalDate.of(2023, 5, 1))
                                    .applicant(applicant())
                                    .addClaimsItem(purchase("c1", "1234567.89"))
                                    .addClaimsItem(purchase("c2", "0.00")),
                            depth,
                            null,
                            null);
            same(answer.getTotal(), "617283.94");
            same(answer.getClaims().get(1).getItems().get(0).getFailed().size(), 1);
        }
    }

    private void records() throws ApiException {
        DecisionsApi api = new DecisionsApi(client);
        for (String expenses : List.of("1234567.89", "12345678.91", "999999999999.99")) {
            DecisionRequest request = new DecisionRequest()
                    .asOf(LocalDate.of(2023, 5, 1))
                    .applicant(applicant())
                    .addClaimsItem(purchase("c1", expenses));
            String key = UUID.randomUUID().toString();
            DryRun foreseen = api.dryRun("java-okhttp", request, key, null);
            Decision decided = api.decide("java-okhttp", request, null, key, null);
            same(decided.getResult().getTotal(), expenses.equals("1234567.89") ? "617283.94" : "1000000.00");
            same(foreseen.getResult().getTotal(), decided.getResult().getTotal().toPlainString());
            same(api.decide("java-okhttp", request, null, key, null), decided);
            same(api.getDecision(decided.getId(), null, null, null), decided);
        }
        DecisionPage page = api.listDecisions(null, null, null, null, null, null, null, null, 2, null, null, null);
        String cursor = page.getNext().replaceFirst(".*cursor=", "");
        DecisionPage next = api.listDecisions(null, null, null, null, null, null, null, null, 2, cursor, null, null);
        same(next.getDecisions().get(0).getSequence() < page.getDecisions().get(1).getSequence(), true);
    }

    private void isRefused() throws ApiException {
        try {
            new DecisionsApi(client)
                    .decide(
                            "java-okhttp",
                            new DecisionRequest().applicant(applicant()).addClaimsItem(purchase("", "1")),
                            null,
                            null,
                            null);
            throw new AssertionError("It was not refused.");
        } catch (ApiException refused) {
            same(refused.getCode(), 422);
            RefusedContent problem = JSON.getGson().fromJson(refused.getResponseBody(), RefusedContent.class);
            same(problem.getErrors().get(0).getPointer(), "/claims/0/id");
        }
    }

    private void readsTheCatalogue() throws ApiException {
        CatalogueApi api = new CatalogueApi(client);
        Policy policy = api.getPolicy("hebei-quality-2022", null, null, null);
        same(
                policy.getMeasures().get(1).getClauses().get(0).getItems().get(0).getRules().get(0).getAmount().getFixed(),
                "300000.00");
        same(api.listClaimTypes(null, null, null).getClaimTypes().size() > 10, true);
        same(api.getClaimType("DesignPurchase", null, null, null).get$Id(), "/v1/claim-types/DesignPurchase");
        same(api.getApplicantType(null, null, null).getRequired().contains("id"), true);
        same(new ProblemsApi(client).explainProblem("conflict", null, null).startsWith("409"), true);
    }

    private void readsTheLedger() throws Exception {
        LedgerApi api = new LedgerApi(client);
        long sequence = api.getLedgerHead(null).getSequence();
        same(api.getCheckpoint(null).getSequence() >= sequence, true);
        List<String> lines = Files.readAllLines(api.exportLedger(1L, null).toPath());
        same(lines.size() >= sequence, true);
        for (String line : lines.subList(0, 5)) {
            LedgerEntry entry = JSON.getGson().fromJson(line, LedgerEntry.class);
            same(comparable(entry.toJson()), comparable(line));
        }
    }

    /** The client writes a time without its last zeros, and a list that is not there as an empty one. */
    private static JsonObject comparable(String entry) {
        JsonObject members = JsonParser.parseString(entry).getAsJsonObject();
        members.remove("recordedAt");
        if (members.has("totals") && members.getAsJsonArray("totals").isEmpty()) {
            members.remove("totals");
        }
        return members;
    }

    private static Applicant applicant() {
        return new Applicant()
                .id(APPLICANT)
                .kind(Applicant.KindEnum.ENTERPRISE)
                .divisionCode("130100")
                .industry(Applicant.IndustryEnum.MANUFACTURING);
    }

    private static Claim purchase(String id, String expenses) {
        return new Claim()
                .type("DesignPurchase")
                .id(id)
                .putAdditionalProperty("project", "Casing " + UUID.randomUUID())
                .putAdditionalProperty("approvedExpenses", new BigDecimal(expenses));
    }

    private static void same(Object seen, Object expected) {
        Object plain = seen instanceof BigDecimal amount ? amount.toPlainString() : seen;
        if (!plain.equals(expected)) {
            throw new AssertionError("There is %s, where %s belongs.".formatted(plain, expected));
        }
    }
}
