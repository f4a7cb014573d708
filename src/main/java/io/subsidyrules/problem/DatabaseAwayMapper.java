package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.storage.DatabaseAwayException;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;

/** 503: what is recorded cannot be read, since the database is away; it does not concern evaluations. */
@Provider
public class DatabaseAwayMapper extends ExceptionMapperBase<DatabaseAwayException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DatabaseAwayMapper.class);

    static final int SECONDS = 2;

    @Override
    protected HttpProblem toProblem(DatabaseAwayException away) {
        return LocalisedProblem.unavailable(TEXTS.text("databaseAway"), SECONDS);
    }
}
