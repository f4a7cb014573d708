package io.subsidyrules.problem;

import io.subsidyrules.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of problems, each with its HTTP status, its title and what to do about it. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            new Text("Unreadable request", "请求无法读取"),
            new Text(
                    "The body is not a JSON object in UTF-8, or the query or a header is not one that the resource takes. Mend the body at the line and column where the problem names them; the contract at /q/openapi says what is taken.",
                    "请求体不是 UTF-8 编码的 JSON 对象，或查询参数、请求头无效。如问题中给出行号和列号，请在该处更正请求体；可用的参数和请求头见 /q/openapi。")),
    NOT_FOUND(
            404,
            new Text("Nothing here", "资源不存在"),
            new Text(
                    "There is no such path, policy, measure, claim type, decision or ruleset. The lists at /v1/policies, /v1/claim-types, /v1/decisions and /v1/rulesets name those that are.",
                    "没有该路径、政策、措施、申报类型、决定或规则集。请查看 /v1/policies、/v1/claim-types、/v1/decisions 和 /v1/rulesets 中的列表。")),
    METHOD_NOT_ALLOWED(
            405,
            new Text("Method not allowed", "不支持该请求方法"),
            new Text("The path answers to other methods, which the header Allow names.", "该路径支持其他方法，见响应头 Allow。")),
    NOT_ACCEPTABLE(
            406,
            new Text("No such representation", "不支持所要求的表示形式"),
            new Text(
                    "Answers are application/json. POST /v1/evaluate answers in text/plain and text/html too, GET /v1/decisions in application/x-ndjson and text/csv too. GET /v1/ledger answers in application/x-ndjson alone, GET /v1/rulesets/{version} in application/zip alone, the pages under /problems and /docs in text/plain and text/html, / and /try in text/html alone. A decision can be had in text/plain and text/html, the lists, the catalogue and the status in text/html. Send an Accept that allows one of these, or none.",
                    "结果为 application/json。POST /v1/evaluate 还可提供 text/plain 和 text/html，GET /v1/decisions 还可提供 application/x-ndjson 和 text/csv。GET /v1/ledger 仅提供 application/x-ndjson，GET /v1/rulesets/{version} 仅提供 application/zip，/problems 和 /docs 下的页面提供 text/plain 和 text/html，/ 和 /try 仅提供 text/html。决定还可提供 text/plain 和 text/html，各列表、政策目录和规则状态还可提供 text/html。请发送与之相符的 Accept，或不发送该请求头。")),
    REQUEST_TIMEOUT(
            408,
            new Text("Request not complete", "请求不完整"),
            new Text(
                    "The request did not arrive in full within the time that the service waits for it, and nothing was done. Send the request again.",
                    "请求未在规定时间内完整送达，服务未作任何处理。请重新发送请求。")),
    CONFLICT(
            409,
            new Text("In conflict with what is recorded", "与已记录的内容冲突"),
            new Text(
                    "The same is being recorded just now, was done before, or would be decided otherwise than what is recorded. The detail says which, and what to do.",
                    "相同的请求正在记录，或此前已经完成，或其判定方式与已有记录相冲突。请按问题说明处理。")),
    TOO_LARGE(
            413,
            new Text("Body too large", "请求体过大"),
            new Text(
                    "A body has at most 1 MiB. Split the claims over several requests.", "请求体最大为 1 MiB，请将申报事项分成多次请求。")),
    URI_TOO_LONG(
            414,
            new Text("Request line too long", "请求行过长"),
            new Text(
                    "The request line, that is method, path and query together, has at most 4096 bytes.",
                    "请求行（方法、路径和查询参数合计）最长为 4096 字节。")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new Text("Unsupported media type", "不支持的媒体类型"),
            new Text(
                    "Requests are JSON in UTF-8, not compressed. Send Content-Type: application/json.",
                    "请求应为 UTF-8 编码、未经压缩的 JSON，请发送 Content-Type: application/json。")),
    EXPECTATION_FAILED(
            417,
            new Text("Expectation not met", "无法满足 Expect"),
            new Text(
                    "Of the header Expect only 100-continue is understood. Leave it out.",
                    "请求头 Expect 仅支持 100-continue，请去掉该请求头。")),
    INVALID_CONTENT(
            422,
            new Text("Faults in the content", "请求内容有误"),
            new Text(
                    "The JSON is readable, but some of its members are unknown, missing or out of their limits. Each error names the member by its JSON pointer, and what is possible there. Where no errors are listed, the Idempotency-Key belongs to another request.",
                    "JSON 可以读取，但部分成员未知、缺失或超出限制。每条错误都以 JSON 指针指明成员，并说明可用的值。未列出错误的，是 Idempotency-Key 已用于其他请求。")),
    RECORDED_REQUEST(
            422,
            new Text("Recorded request does not fit", "已记录的请求不再适用"),
            new Text(
                    "The request that was recorded is not one that the ruleset asked for takes: a member has another name, type or limit there. Nothing is wrong with the request for the replay. Each error names the member of the recorded request by its JSON pointer. Replay the decision under the ruleset that made it, or evaluate a changed request with POST /v1/evaluate.",
                    "指定的规则集无法读取已记录的请求：其中某些成员的名称、类型或限制已经改变。本次重新计算的请求本身没有错误。每条错误都以 JSON 指针指明已记录请求中的成员。请使用作出该决定的规则集重新计算，或通过 POST /v1/evaluate 评估修改后的请求。")),
    TOO_MANY_REQUESTS(
            429,
            new Text("Too many requests", "请求过多"),
            new Text("Try again after the seconds that Retry-After names.", "请在 Retry-After 所示秒数之后重试。")),
    HEADERS_TOO_LARGE(
            431,
            new Text("Headers too large", "请求头过大"),
            new Text(
                    "The headers of a request have at most 20 KiB together. Send fewer or shorter ones.",
                    "全部请求头合计最大为 20 KiB，请减少或缩短请求头。")),
    INTERNAL_ERROR(
            500,
            new Text("Fault of the service", "服务内部错误"),
            new Text(
                    "The service failed; nothing was decided. Report the problem's instance to its operator.",
                    "服务出现错误，未作出任何判定。请将问题的 instance 告知运维人员。")),
    NOT_IMPLEMENTED(
            501,
            new Text("Not known to the service", "服务不支持"),
            new Text(
                    "The service does not know the method of the request, or the way in which its body is sent. Send another method, or the body with its length and not compressed.",
                    "服务不支持该请求方法或请求体的传输方式。请改用其他方法，或注明长度、不经压缩发送请求体。")),
    UNAVAILABLE(
            503,
            new Text("Not available now", "服务暂不可用"),
            new Text("Try again after the seconds that Retry-After names.", "请在 Retry-After 所示秒数之后重试。")),
    VERSION_NOT_SUPPORTED(
            505,
            new Text("Other version of HTTP", "不支持的 HTTP 版本"),
            new Text("The service speaks HTTP/1.1 and HTTP/1.0.", "服务支持 HTTP/1.1 和 HTTP/1.0。"));

    private final int status;
    private final Text title;
    private final Text remedy;

    ProblemType(int status, Text title, Text remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** In a few words. */
    public Text title() {
        return title;
    }

    /** The sentences that say what it means and what to do. */
    public Text remedy() {
        return remedy;
    }

    /** The last part of its URI: {@code invalid-content}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable URI path of its documentation. */
    String path() {
        return "/problems/" + slug();
    }

    /** The kind of a status; of one that no kind has, the general one. */
    public static ProblemType of(int status) {
        return Stream.of(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** The problem whose URI ends so. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
