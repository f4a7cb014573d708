package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.rulesets.NoRulesetException;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.ext.Provider;

/** 503: no ruleset is live; says where the reason is, and when to ask again. */
@Provider
public class NoRulesetMapper extends ExceptionMapperBase<NoRulesetException> {

    /** Somebody has to mend a file first. */
    private static final int SECONDS = 10;

    /** A judgement takes seconds. */
    private static final int SOON = 2;

    private static final Text PENDING = new Text(
            "The rules are still being judged since the service started, and there is no earlier ruleset to decide by meanwhile. Send the request again after the seconds in Retry-After.",
            "服务启动后仍在检查规则文件，且没有可以沿用的规则集。请在 Retry-After 所示秒数之后重新发送。");

    private static final Text FAULTY = new Text(
            "The rules have faults and there is no earlier ruleset to fall back on, so nothing can be decided. GET /v1/rulesets/status says what to mend.",
            "规则文件有误，且没有可以沿用的规则集，因此无法作出判定。请查看 GET /v1/rulesets/status 了解需要更正的内容。");

    @Override
    protected HttpProblem toProblem(NoRulesetException none) {
        return none.isPending()
                ? LocalisedProblem.unavailable(PENDING, SOON)
                : LocalisedProblem.unavailable(FAULTY, SECONDS);
    }
}
