package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.storage.DatabaseBusyException;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.ext.Provider;

/** 503: the database is there, and what is recorded is not read all the same, since others read, or since it took too long. */
@Provider
public class DatabaseBusyMapper extends ExceptionMapperBase<DatabaseBusyException> {

    private static final int SOON = 1;

    /** An export takes some time. */
    private static final int AFTER_AN_EXPORT = 5;

    private static final int AFTER_SOMEBODY_LOOKED = 60;

    @Override
    protected HttpProblem toProblem(DatabaseBusyException busy) {
        return switch (busy.kind()) {
            case READERS ->
                LocalisedProblem.unavailable(
                        new Text(
                                "Too many requests read what is recorded at the same time, so this one was not begun. Try again after the seconds in Retry-After.",
                                "同时读取记录的请求过多，本次未开始处理。请在 Retry-After 所示秒数之后重试。"),
                        SOON);
            case EXPORTS ->
                LocalisedProblem.unavailable(
                        new Text(
                                "Too many exports are under way, so this one was not begun. Try again after the seconds in Retry-After.",
                                "正在进行的导出过多，本次导出未开始。请在 Retry-After 所示秒数之后重试。"),
                        AFTER_AN_EXPORT);
            case DAMAGED ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database is there and cannot read what is asked for: its files are damaged. Whoever runs the service has to put them back; the log says what the database said. /v1/evaluate answers as before.",
                                "数据库可用，但其文件已损坏，无法读取所请求的内容，须由运维人员恢复；数据库的报告见服务日志。/v1/evaluate 不受影响。"),
                        AFTER_SOMEBODY_LOOKED);
            case SLOW ->
                LocalisedProblem.unavailable(
                        new Text(
                                "The database is there, and did not give what is recorded in time. Try again after the seconds in Retry-After.",
                                "数据库可用，但未能及时返回已记录的内容。请在 Retry-After 所示秒数之后重试。"),
                        DatabaseAwayMapper.SECONDS);
        };
    }
}
