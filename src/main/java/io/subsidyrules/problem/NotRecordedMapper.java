package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.recording.KeysChangedException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 404, 409, 422, 500 or 503: says why nothing was recorded, or that it is not known, and what to do. */
@Provider
public class NotRecordedMapper extends ExceptionMapperBase<NotRecordedException> {

    private static final int SOON = 1;

    private static final RequestFault NO_SUCH_CLAIM = new RequestFault(
            "/claim",
            RequestFault.Code.OUT_OF_RANGE,
            new Text("The decision has no claim at this position; positions count from 0.", "该决定中没有此序号的申报事项；序号从 0 起。"),
            List.of(),
            Optional.empty());

    @Override
    protected HttpProblem toProblem(NotRecordedException not) {
        return switch (not.reason()) {
            case AWAY ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database is away, so decisions can neither be recorded nor read; nothing was recorded. /v1/evaluate answers as before.",
                                "数据库暂不可用，无法记录或读取决定；本次未作任何记录。/v1/evaluate 不受影响。"),
                        DatabaseAwayMapper.SECONDS);
            case NOT_WRITABLE ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database can be read, and nothing can be written to it now: it has no room left, is a standby, or something in it is locked or damaged. Nothing was recorded; send the very same request again. /v1/evaluate answers as before.",
                                "数据库目前只能读取，无法写入：可能空间已满、为备库，或有内容被锁定或损坏。本次未作任何记录，请重新发送完全相同的请求。/v1/evaluate 不受影响。"),
                        DatabaseAwayMapper.SECONDS);
            case LATE ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The service has too much to record, and did not come to this request in time. Nothing was recorded; send the very same request again.",
                                "等待记录的请求较多，本次请求未能及时处理，未作任何记录。请重新发送完全相同的请求。"),
                        SOON);
            case STOPPING ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The service is about to stop. Nothing was recorded; send the very same request again.",
                                "服务即将停止，本次未作任何记录，请重新发送完全相同的请求。"),
                        DatabaseAwayMapper.SECONDS);
            case FULL ->
                LocalisedProblem.unavailable(
                        new Text(
                                "More decisions are waiting to be recorded than the service can hold. Nothing was recorded; try again.",
                                "等待记录的决定过多，本次未作任何记录，请稍后重试。"),
                        SOON);
            case OTHER_LEDGER ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database lacks decisions that were recorded: an older copy of it seems to have come in its place. Nothing is recorded until the operator has put that right; send the very same request again then.",
                                "数据库中缺少已经记录的决定，可能已被旧副本替换。在运维人员处理之前不再作任何记录；请待处理后重新发送完全相同的请求。"),
                        DatabaseAwayMapper.SECONDS);
            case ALTERED_LEDGER ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database holds something that the service did not write, or lacks something that it did. Nothing is recorded until the operator has put that right; send the very same request again then.",
                                "数据库中有并非服务写入的内容，或者缺少服务写入的内容。在运维人员处理之前不再作任何记录；请待处理后重新发送完全相同的请求。"),
                        DatabaseAwayMapper.SECONDS);
            case NO_KEY ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The service does not have the key that seals what it records, so nothing was recorded. The operator has to put the key back; the log says what is wrong with it. /v1/evaluate and all that only reads answer as before.",
                                "服务没有用于封印记录的密钥，本次未作任何记录。请由运维人员恢复密钥，日志中说明了原因。/v1/evaluate 和各项查询不受影响。"),
                        DatabaseAwayMapper.SECONDS);
            case CATCHING_UP ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The service is still checking what was recorded before. Nothing was recorded; try again.",
                                "服务正在核对此前的记录，本次未作任何记录，请稍后重试。"),
                        SOON);
            case IN_DOUBT ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database did not answer in time: the request may have been recorded or not. Send the very same request again. With its Idempotency-Key a decision is recorded once; a revocation that was recorded is then answered with 409.",
                                "数据库未及时响应，无法确定该请求是否已记录。请重新发送完全相同的请求：带同一 Idempotency-Key 的决定只会记录一次；撤销如已记录，将返回 409。"),
                        DatabaseAwayMapper.SECONDS);
            case IN_PROGRESS ->
                LocalisedProblem.later(
                        ProblemType.CONFLICT,
                        new Text(
                                "A request with this Idempotency-Key is being recorded just now. Send it again after a second to get its decision.",
                                "使用此 Idempotency-Key 的请求正在记录。请于一秒后重新发送，以取得其决定。"),
                        SOON);
            case KEY_REUSED ->
                problem(
                        ProblemType.INVALID_CONTENT,
                        new Text(
                                "This Idempotency-Key belongs to a request with another body. Use a new key for each request, and send the very same bytes when repeating one.",
                                "此 Idempotency-Key 已用于内容不同的请求。每个请求请使用新的键；重复发送时，请求体须逐字节相同。"));
            case NO_DECISION ->
                LocalisedProblem.notFound(
                        new Text("There is no decision of this id, so nothing was revoked.", "没有此编号的决定，未作撤销。"));
            case NO_RULESET ->
                LocalisedProblem.notFound(new Text(
                        "No ruleset of this version ever decided here. ruleset=current takes the one that is live.",
                        "没有此版本的规则集作出过决定。使用 ruleset=current 可取当前规则集。"));
            case RULESET_ALTERED ->
                problem(
                        ProblemType.INTERNAL_ERROR,
                        new Text(
                                "The sources of this ruleset were altered in the database after they were kept: their hash is not its version. Let the operator put them back from a backup; the decision itself is checked by bin/verify-ledger.",
                                "数据库中保存的该规则集源文件已被改动，其哈希值与版本不符。请由运维人员从备份恢复；决定本身可用 bin/verify-ledger 校验。"));
            case RULESET_REFUSED ->
                problem(
                        ProblemType.INTERNAL_ERROR,
                        new Text(
                                "This version of the service finds faults in the ruleset, which the one that recorded the decision did not. Replay it with the version of the service that its entry in the ledger names.",
                                "本版本服务认为该规则集存在错误，而记录该决定的版本并未发现。请使用台账记录中所示的服务版本重新计算。"));
            case RESULT_DIFFERS ->
                problem(
                        ProblemType.CONFLICT,
                        new Text(
                                "There is no letter of this decision: evaluated again by this version of the service, it does not give what is recorded. Ask for application/json, which is the record, or POST to its replay to see what differs.",
                                "无法生成该决定的文书：用本版本服务重新计算，结果与记录不一致。请以 application/json 取得记录，或用其 replay 查看差异。"));
            case NO_CLAIM -> RequestFaultsMapper.problem(List.of(NO_SUCH_CLAIM), 1);
            case REVOKED ->
                problem(
                        ProblemType.CONFLICT,
                        new Text("It was revoked before; the revocations stand in the decision.", "此前已经撤销；撤销记录见该决定。"));
            case TOO_LONG ->
                problem(
                        ProblemType.INVALID_CONTENT,
                        new Text(
                                "The decision of this request would be longer than what can be recorded as one. Split the claims over several requests.",
                                "此请求的决定过长，无法作为一条记录保存。请将申报事项分成多次请求。"));
            case KEYS_CHANGED -> problem(ProblemType.CONFLICT, keysChanged((KeysChangedException) not));
            case FAILED -> problem(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.remedy());
        };
    }

    private static Text keysChanged(KeysChangedException changed) {
        String type = changed.declared().type();
        String recorded = changed.recorded().keys();
        String declared = changed.declared().keys();
        return new Text(
                "Projects of the type %s were told apart by (%s) when they were paid, and the rules now tell them apart by (%s), so that what was paid could be paid again. Nothing was recorded. Let the operator put the key fields back, or accept the new ones."
                        .formatted(type, recorded, declared),
                "类型 %s 的项目此前发放时按（%s）区分，现行规则改按（%s）区分，可能造成重复发放，故本次未作任何记录。请由运维人员恢复原关键字段，或确认采用新的关键字段。"
                        .formatted(type, recorded, declared));
    }

    private static LocalisedProblem problem(ProblemType type, Text detail) {
        return LocalisedProblem.of(type, detail, language -> Map.of());
    }
}
