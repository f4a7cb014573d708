// Calls the service by the client that is generated from the contract with open claims and amounts as strings.
package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"reflect"
	"strings"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

var background = context.Background()

func purchase(id string, expenses string) openapi.Claim {
	claim := openapi.NewClaim("DesignPurchase", id)
	claim.AdditionalProperties = map[string]interface{}{"project": "Casing " + random(), "approvedExpenses": expenses}
	return *claim
}

func applicant() openapi.Applicant {
	applicant := openapi.NewApplicant("91130100MA0ABCDE10")
	applicant.SetKind("ENTERPRISE")
	applicant.SetDivisionCode("130100")
	applicant.SetIndustry("MANUFACTURING")
	return *applicant
}

func random() string {
	bytes := make([]byte, 16)
	_, err := rand.Read(bytes)
	check(err)
	return fmt.Sprintf("%x", bytes)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func same(seen interface{}, expected interface{}) {
	if !reflect.DeepEqual(seen, expected) {
		panic(fmt.Sprintf("There is %v, where %v belongs.", seen, expected))
	}
}

func evaluates(client *openapi.APIClient) {
	for _, depth := range []string{"summary", "full", "changes"} {
		request := openapi.NewEvaluationRequest(applicant())
		request.SetAsOf("2023-05-01")
		request.SetClaims([]openapi.Claim{purchase("c1", "1234567.89"), purchase("c2", "0.00"), purchase("c3", "12345678.91")})
		answer, _, err := client.EvaluationAPI.Evaluate(background).EvaluationRequest(*request).Explain(depth).Execute()
		check(err)
		same(answer.GetTotal(), "1617283.94")
		same(answer.Claims[0].GetAmount(), "617283.94")
		same(answer.Claims[1].Items[0].Failed[0].Actual, "0.00")
	}
}

func records(client *openapi.APIClient) {
	for _, expenses := range []string{"1234567.89", "12345678.91", "999999999999.99"} {
		request := openapi.NewDecisionRequest(applicant())
		request.SetAsOf("2023-05-01")
		request.SetClaims([]openapi.Claim{purchase("c1", expenses)})
		key := random()
		decided, _, err := client.DecisionsAPI.Decide(background).XCaller("go").IdempotencyKey(key).DecisionRequest(*request).Execute()
		check(err)
		same(decided.Request.Claims[0].AdditionalProperties["approvedExpenses"], expenses)
		again, _, err := client.DecisionsAPI.Decide(background).XCaller("go").IdempotencyKey(key).DecisionRequest(*request).Execute()
		check(err)
		same(again, decided)
		found, _, err := client.DecisionsAPI.GetDecision(background, decided.GetId()).Execute()
		check(err)
		same(found, decided)
	}
	page, _, err := client.DecisionsAPI.ListDecisions(background).Limit(2).Execute()
	check(err)
	cursor := page.GetNext()[strings.Index(page.GetNext(), "cursor=")+len("cursor="):]
	next, _, err := client.DecisionsAPI.ListDecisions(background).Limit(2).Cursor(cursor).Execute()
	check(err)
	same(next.Decisions[0].GetSequence() < page.Decisions[1].GetSequence(), true)
}

func isRefused(client *openapi.APIClient) {
	request := openapi.NewDecisionRequest(applicant())
	request.SetClaims([]openapi.Claim{purchase("c1", "1,000")})
	_, response, err := client.DecisionsAPI.Decide(background).XCaller("go").DecisionRequest(*request).Execute()
	same(response.StatusCode, 422)
	problem := err.(*openapi.GenericOpenAPIError).Model().(openapi.RefusedContent)
	same(problem.Errors[0].GetPointer(), "/claims/0/approvedExpenses")
}

func readsTheCatalogue(client *openapi.APIClient) {
	policy, _, err := client.CatalogueAPI.GetPolicy(background, "hebei-quality-2022").Execute()
	check(err)
	same(*policy.Measures[1].Clauses[0].Items[0].Rules[0].Amount.Fixed, "300000.00")
	schema, _, err := client.CatalogueAPI.GetClaimType(background, "DesignPurchase").Execute()
	check(err)
	same(schema.GetType(), "object")
	_, _, err = client.CatalogueAPI.GetApplicantType(background).Execute()
	check(err)
	page, _, err := client.ProblemsAPI.ExplainProblem(background, "conflict").Execute()
	check(err)
	same(strings.HasPrefix(page, "409"), true)
}

func readsTheLedger(client *openapi.APIClient) {
	head, _, err := client.LedgerAPI.GetLedgerHead(background).Execute()
	check(err)
	checkpoint, _, err := client.LedgerAPI.GetCheckpoint(background).Execute()
	check(err)
	same(checkpoint.GetSequence() >= head.GetSequence(), true)
	file, _, err := client.LedgerAPI.ExportLedger(background).Execute()
	check(err)
	lines := bufio.NewScanner(file)
	same(lines.Scan(), true)
	same(strings.Contains(lines.Text(), "\"kind\":\"KEY\""), true)
}

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Args[1]}}
	client := openapi.NewAPIClient(configuration)
	evaluates(client)
	records(client)
	isRefused(client)
	readsTheCatalogue(client)
	readsTheLedger(client)
	fmt.Println("go: all is well")
}
