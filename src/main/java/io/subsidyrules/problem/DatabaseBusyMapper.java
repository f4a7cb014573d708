package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.storage.DatabaseBusyException;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;

/**
 * 503: the database is there, and what is recorded is not read all the same, since others read, or since it took too
 * long.
 */
@Provider
public class DatabaseBusyMapper extends ExceptionMapperBase<DatabaseBusyException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DatabaseBusyMapper.class);

    private static final int SOON = 1;

    /** An export takes some time. */
    private static final int AFTER_AN_EXPORT = 5;

    private static final int AFTER_SOMEBODY_LOOKED = 60;

    @Override
    protected HttpProblem toProblem(DatabaseBusyException busy) {
        int seconds =
                switch (busy.kind()) {
                    case READERS -> SOON;
                    case EXPORTS -> AFTER_AN_EXPORT;
                    case DAMAGED -> AFTER_SOMEBODY_LOOKED;
                    case SLOW -> DatabaseAwayMapper.SECONDS;
                };
        return LocalisedProblem.unavailable(TEXTS.text(busy.kind().name()), seconds);
    }
}
