"""Calls the service by the client that is generated from the contract with typed claims and amounts as strings."""

import json
import sys
import uuid
from datetime import date
from decimal import Decimal

from openapi_client import (
    ApiClient, Applicant, CatalogueApi, Claim, Configuration, DecisionRequest, DecisionsApi, DesignPurchaseClaim,
    EvaluationApi, EvaluationRequest, HostedStandardClaim, LedgerApi, LedgerEntry, ProblemsApi, RulesApi,
)
from openapi_client.exceptions import UnprocessableEntityException

HOST = sys.argv[1]
CLIENT = ApiClient(Configuration(host=HOST))
APPLICANT = Applicant(id="91130100MA0ABCDE10", kind="ENTERPRISE", divisionCode="130100", industry="MANUFACTURING", newEconomy=False)


def purchase(claim_id, expenses):
    return Claim(DesignPurchaseClaim(
        type="DesignPurchase", id=claim_id, project=f"Casing {uuid.uuid4()}", approvedExpenses=str(Decimal(expenses))))


def same(seen, expected):
    assert seen == expected, f"There is {seen!r}, where {expected!r} belongs."


def evaluates():
    for explain in (None, "full", "changes"):
        answer = EvaluationApi(CLIENT).evaluate(
            EvaluationRequest(asOf=date(2023, 5, 1), applicant=APPLICANT, claims=[
                purchase("c1", "1234567.89"),
                Claim(HostedStandardClaim(type="HostedStandard", id="c2", standardNumber="ISO 1", level="NATIONAL", role="HOST")),
                purchase("c3", "0.00"),
                purchase("c4", "999999999999.99"),
            ]), explain=explain)
        same(Decimal(answer.total), Decimal("1817283.94"))
        same(answer.claims[0].amount, "617283.94")
        same(answer.claims[2].items[0].failed[0].actual, "0.00")
        seen = [condition.actual for condition in answer.claims[3].items[0].conditions or []]
        same("999999999999.99" in seen, explain is not None)
        same(bool(answer.claims[2].items[0].changes), explain == "changes")


def records():
    api = DecisionsApi(CLIENT)
    for expenses in ("1234567.89", "12345678.91", "999999999999.99"):
        request = DecisionRequest(asOf=date(2023, 5, 1), applicant=APPLICANT, claims=[purchase("c1", expenses)])
        key = str(uuid.uuid4())
        foreseen = api.dry_run("python", request, idempotency_key=key)
        decided = api.decide("python", request, idempotency_key=key)
        same(foreseen.result.total, decided.result.total)
        same(decided.result.total, "617283.94" if expenses == "1234567.89" else "1000000.00")
        same(decided.request.claims[0].additional_properties["approvedExpenses"], expenses)
        same(api.decide("python", request, idempotency_key=key), decided)
        same(api.get_decision(decided.id), decided)
        same(api.replay_decision(decided.id).total.difference, "0.00")
    page = api.list_decisions(limit=2)
    following = api.list_decisions(limit=2, cursor=page.next.split("cursor=")[1])
    assert following.decisions[0].sequence < page.decisions[1].sequence


def is_refused():
    wrong = APPLICANT.model_copy(update={"id": "91130100MA0ABCDE11"})
    try:
        DecisionsApi(CLIENT).decide("python", DecisionRequest(applicant=wrong, claims=[purchase("c1", "0.001")]))
    except UnprocessableEntityException as refused:
        same([fault.pointer for fault in refused.data.errors], ["/applicant/id", "/claims/0/approvedExpenses"])
    else:
        raise AssertionError("It was not refused.")


def reads_the_catalogue():
    api = CatalogueApi(CLIENT)
    policy = api.get_policy("hebei-quality-2022", accept_language="zh-CN")
    same(policy.measures[1].clauses[0].items[0].rules[0].amount.fixed, "300000.00")
    same(api.get_measure("hebei-quality-2022", 1).number, 1)
    assert api.list_policies().policies
    assert len(api.list_claim_types().claim_types) > 10
    same(api.get_claim_type("DesignPurchase").properties["approvedExpenses"].type, ["string", "null"])
    assert "kind" in api.get_applicant_type().properties
    same(api.get_contract().info.title, "subsidy-rules")
    same(RulesApi(CLIENT).get_ruleset_status().state, "CURRENT")
    assert ProblemsApi(CLIENT).explain_problem("invalid-content").startswith("422")


def reads_the_rulesets():
    api = RulesApi(CLIENT)
    version = api.list_rulesets().rulesets[0].version
    assert api.list_ruleset_files(version).files
    assert len(api.get_ruleset(version)) > 10_000


def reads_the_ledger():
    api = LedgerApi(CLIENT)
    head = api.get_ledger_head()
    assert api.get_checkpoint().sequence >= head.sequence
    lines = bytes(api.export_ledger()).decode().splitlines()
    assert len(lines) >= head.sequence
    for line in lines[:5]:
        same(LedgerEntry.from_json(line).actual_instance.kind, json.loads(line)["kind"])


evaluates()
records()
is_refused()
reads_the_catalogue()
reads_the_rulesets()
reads_the_ledger()
print("python: all is well")
