// Calls the service by the client that is generated, for fetch, from the contract with typed claims and amounts as strings.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
    CatalogueApi, Configuration, DecisionsApi, EvaluationApi, LedgerApi, ProblemsApi, ResponseError, RulesApi,
    type Applicant, type Claim, type DecisionRequest,
} from "./generated/index";

const configuration = new Configuration({ basePath: process.argv[2] });
const applicant: Applicant = {
    id: "91130100MA0ABCDE10", kind: "ENTERPRISE", divisionCode: "130100", industry: "MANUFACTURING", newEconomy: false,
};

function purchase(id: string, approvedExpenses: string): Claim {
    return { type: "DesignPurchase", id, project: `Casing ${randomUUID()}`, approvedExpenses };
}

async function evaluates() {
    const api = new EvaluationApi(configuration);
    for (const explain of [undefined, "full", "changes"] as const) {
        const answer = await api.evaluate({
            explain,
            evaluationRequest: {
                asOf: new Date("2023-05-01"), applicant,
                claims: [
                    purchase("c1", "1234567.89"),
                    { type: "HostedStandard", id: "c2", standardNumber: "ISO 1", level: "NATIONAL", role: "HOST" },
                    purchase("c3", "0.00"),
                    purchase("c4", "999999999999.99"),
                ],
            },
        });
        const total: string = answer.total;
        assert.equal(total, "1817283.94");
        assert.equal(answer.claims[0].amount, "617283.94");
        assert.equal(answer.claims[2].items[0].failed?.[0].actual, "0.00");
        const seen = answer.claims[3].items[0].conditions?.map((condition) => condition.actual);
        assert.equal(seen?.includes("999999999999.99") ?? false, explain !== undefined);
        assert.equal((answer.claims[2].items[0].changes?.length ?? 0) > 0, explain === "changes");
    }
}

async function records() {
    const api = new DecisionsApi(configuration);
    for (const expenses of ["1234567.89", "12345678.91", "999999999999.99"]) {
        const decisionRequest: DecisionRequest = {
            asOf: new Date("2023-05-01"), applicant, claims: [purchase("c1", expenses)],
        };
        const request = { xCaller: "typescript", idempotencyKey: randomUUID(), decisionRequest };
        const foreseen = await api.dryRun(request);
        const decided = await api.decide(request);
        assert.equal(foreseen.result.total, decided.result.total);
        assert.equal(decided.result.total, expenses === "1234567.89" ? "617283.94" : "1000000.00");
        assert.equal(decided.request.claims?.[0].approvedExpenses, expenses);
        assert.deepEqual(await api.decide(request), decided);
        assert.deepEqual(await api.getDecision({ id: decided.id }), decided);
        const replay = await api.replayDecision({ id: decided.id });
        assert.equal(replay.total.difference, "0.00");
    }
    const page = await api.listDecisions({ limit: 2 });
    const cursor = new URL(page.next!, process.argv[2]).searchParams.get("cursor")!;
    const next = await api.listDecisions({ limit: 2, cursor });
    assert.ok(next.decisions[0].sequence < page.decisions[1].sequence);
}

async function isRefused() {
    const evaluationRequest = { applicant: { ...applicant, id: "91130100MA0ABCDE11" }, claims: [purchase("", "1,000")] };
    const error = await new EvaluationApi(configuration).evaluate({ evaluationRequest }).catch((refused) => refused);
    assert.ok(error instanceof ResponseError);
    assert.equal(error.response.status, 422);
    const problem = await error.response.json();
    assert.deepEqual(problem.errors.map((fault: { pointer: string }) => fault.pointer),
        ["/applicant/id", "/claims/0/id", "/claims/0/approvedExpenses"]);
}

async function readsTheCatalogue() {
    const api = new CatalogueApi(configuration);
    const policy = await api.getPolicy({ policy: "hebei-quality-2022", acceptLanguage: "zh-CN" });
    assert.equal(policy.measures[1].clauses[0].items[0].rules[0].amount?.fixed, "300000.00");
    assert.equal((await api.getMeasure({ policy: "hebei-quality-2022", number: 1 })).number, 1);
    assert.ok((await api.listPolicies()).policies.length > 0);
    assert.ok((await api.listClaimTypes()).claimTypes.length > 10);
    assert.deepEqual((await api.getClaimType({ type: "DesignPurchase" })).properties.approvedExpenses.type, ["string", "null"]);
    assert.ok((await api.getApplicantType()).properties.kind);
    assert.equal((await api.getContract()).info.title, "subsidy-rules");
    assert.equal((await new RulesApi(configuration).getRulesetStatus()).state, "CURRENT");
    assert.match(await new ProblemsApi(configuration).explainProblem({ slug: "invalid-content" }), /^422/);
}

async function readsTheRulesets() {
    const api = new RulesApi(configuration);
    const { rulesets } = await api.listRulesets();
    const { version } = rulesets[0];
    assert.ok((await api.listRulesetFiles({ version })).files.length > 0);
    assert.ok((await api.getRuleset({ version })).size > 10_000);
}

async function readsTheLedger() {
    const api = new LedgerApi(configuration);
    const head = await api.getLedgerHead();
    assert.ok((await api.getCheckpoint()).sequence >= head.sequence);
    const lines = (await (await api.exportLedger()).text()).trimEnd().split("\n");
    assert.ok(lines.length >= head.sequence);
    assert.equal(JSON.parse(lines[0]).kind, "KEY");
}

await evaluates();
await records();
await isRefused();
await readsTheCatalogue();
await readsTheRulesets();
await readsTheLedger();
console.log("typescript: all is well");
