package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.storage.DatabaseAwayException;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.ext.Provider;

/** 503: what is recorded cannot be read, since the database is away; it does not concern evaluations. */
@Provider
public class DatabaseAwayMapper extends ExceptionMapperBase<DatabaseAwayException> {

    static final int SECONDS = 2;

    private static final Text DETAIL = new Text(
            "The database is away, so what is recorded cannot be read now. Try again after the seconds in Retry-After. /v1/evaluate answers as before.",
            "数据库暂不可用，目前无法读取已记录的内容，请在 Retry-After 所示秒数之后重试。/v1/evaluate 不受影响。");

    @Override
    protected HttpProblem toProblem(DatabaseAwayException away) {
        return LocalisedProblem.unavailable(DETAIL, SECONDS);
    }
}
