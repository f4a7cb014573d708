package io.subsidyrules.exchange;

import io.subsidyrules.admission.Refusal;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.Text;

/** Says why a request is refused that could be answered another time. */
final class Refusals {

    private static final int AT_ONCE = 1;
    private static final int SOON = 2;

    private static final Text CALLER_SHARE = new Text(
            "Requests of this caller that are under way take as much of the service as one caller may have. This one was not looked at. Send fewer at a time, or with fewer claims each, and this one again after the seconds in Retry-After.",
            "该调用方正在处理的请求已占满单个调用方可用的资源，本次请求未作处理。请减少同时发送的请求数或每个请求的申报事项数，并在 Retry-After 所示秒数之后重新发送本请求。");

    private static final Text BUDGET = new Text(
            "The service has as many requests under way as it can hold. This one was not looked at; send it again after the seconds in Retry-After, with fewer claims if it has many.",
            "服务正在处理的请求已达上限，本次请求未作处理。请在 Retry-After 所示秒数之后重新发送；申报事项较多时请适当拆分。");

    private static final Text WAITED = new Text(
            "More requests come in than the service can answer in time, and this one has waited too long for its turn. Nothing was done; send it again after the seconds in Retry-After.",
            "请求量超出服务的处理能力，本次请求等待过久，服务未作任何处理。请在 Retry-After 所示秒数之后重新发送。");

    private static final Text CROWDED = new Text(
            "More requests come in than the service can answer in time, and enough wait for their turn. This one was not looked at; send it again after the seconds in Retry-After.",
            "请求量超出服务的处理能力，等待处理的请求已满，本次请求未作处理。请在 Retry-After 所示秒数之后重新发送。");

    private static final Text RECORDING_BEHIND = new Text(
            "More decisions are waiting to be recorded than can be recorded in time. Nothing was recorded; send the request again after the seconds in Retry-After, with the same Idempotency-Key. /v1/evaluate answers as before.",
            "等待记录的决定过多，无法及时记录，本次未作任何记录。请在 Retry-After 所示秒数之后以同一 Idempotency-Key 重新发送。/v1/evaluate 不受影响。");

    private Refusals() {}

    static LocalisedProblem problem(Refusal why) {
        return switch (why) {
            case CALLER_SHARE -> LocalisedProblem.tooMany(CALLER_SHARE, AT_ONCE);
            case BUDGET -> LocalisedProblem.unavailable(BUDGET, SOON);
            case CROWDED -> LocalisedProblem.unavailable(CROWDED, SOON);
            case WAITED -> LocalisedProblem.unavailable(WAITED, SOON);
            case RECORDING_BEHIND -> LocalisedProblem.unavailable(RECORDING_BEHIND, SOON);
        };
    }
}
