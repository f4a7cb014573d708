package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.policy.Text;
import io.subsidyrules.storage.DatabaseAwayException;
import jakarta.ws.rs.ext.Provider;

/** 503: the database is away, which concerns what is recorded, not evaluations. */
@Provider
public class DatabaseAwayMapper extends ExceptionMapperBase<DatabaseAwayException> {

    static final int SECONDS = 2;

    static final Text DETAIL = new Text(
            "The database is away, so decisions can neither be recorded nor read; nothing was recorded. /v1/evaluate answers as before.",
            "数据库暂不可用，无法记录或读取决定；本次未作任何记录。/v1/evaluate 不受影响。");

    @Override
    protected HttpProblem toProblem(DatabaseAwayException away) {
        return LocalisedProblem.unavailable(DETAIL, SECONDS);
    }
}
