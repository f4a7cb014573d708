package io.subsidyrules.recording.store;

import io.subsidyrules.writing.LookAlikeForm;
import java.sql.SQLException;
import java.util.List;

/**
 * A project that an award was paid for.
 *
 * @param round how many awards there were before for projects that look like it
 * @param decision the sequence of the decision
 */
public record PaidProject(ProjectHashes hashes, int round, long decision, int claim, String applicant) {

    /** Inserts rows; of those that look alike the ones of earlier rounds first. */
    public static void insert(List<PaidProject> rows, Sql sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into paid_project (form, look_alike, round, project, decision, claim, applicant)
                select ?, decode(look_alike, 'hex'), round, decode(project, 'hex'), decision, claim, applicant
                from unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::int[], ?::text[])
                     as row (look_alike, round, project, decision, claim, applicant)
                order by round""",
                LookAlikeForm.VERSION,
                new Sql.Values(
                        "text",
                        rows.stream().map(row -> row.hashes().lookAlike()).toList()),
                new Sql.Values("int4", rows.stream().map(PaidProject::round).toList()),
                new Sql.Values(
                        "text", rows.stream().map(row -> row.hashes().project()).toList()),
                new Sql.Values("int8", rows.stream().map(PaidProject::decision).toList()),
                new Sql.Values("int4", rows.stream().map(PaidProject::claim).toList()),
                new Sql.Values("text", rows.stream().map(PaidProject::applicant).toList()));
    }
}
