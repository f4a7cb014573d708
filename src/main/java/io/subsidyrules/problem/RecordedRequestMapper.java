package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.recording.replay.RecordedRequestException;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.ext.Provider;

/** 422: says that a recorded request does not fit a ruleset, and where. */
@Provider
public class RecordedRequestMapper extends ExceptionMapperBase<RecordedRequestException> {

    @Override
    protected HttpProblem toProblem(RecordedRequestException outgrown) {
        return LocalisedProblem.of(
                ProblemType.RECORDED_REQUEST,
                outgrown.isOwn() ? stricter() : otherRules(outgrown.ruleset()),
                language -> RequestFaultsMapper.members(outgrown.faults(), outgrown.count(), language));
    }

    private static Text otherRules(String ruleset) {
        return new Text(
                "The request that was recorded does not fit the rules of version %s; the errors name its members. Replay the decision without the parameter ruleset to evaluate it under the rules that made it."
                        .formatted(ruleset),
                "已记录的请求不适用于版本为 %s 的规则，错误之处见所列成员。不带查询参数 ruleset 重新计算，可使用作出该决定时的规则。".formatted(ruleset));
    }

    private static Text stricter() {
        return new Text(
                "This version of the service does not take the request that was recorded, which the one that recorded it did; the errors name its members. The decision stands as it is; replay it with the version of the service that its entry in the ledger names.",
                "本版本服务不再接受已记录的请求，而记录该决定的版本可以接受，错误之处见所列成员。决定本身不受影响；请使用台账记录中所示的服务版本重新计算。");
    }
}
