package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.recording.KeysChangedException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/** 404, 409, 422, 500 or 503: says why nothing was recorded, or that it is not known, and what to do. */
@Provider
public class NotRecordedMapper extends ExceptionMapperBase<NotRecordedException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NotRecordedMapper.class);

    private static final int SOON = 1;

    private static final RequestFault NO_SUCH_CLAIM = new RequestFault(
            "/claim", RequestFault.Code.OUT_OF_RANGE, TEXTS.text(Reason.NO_CLAIM.name()), List.of(), Optional.empty());

    @Override
    protected HttpProblem toProblem(NotRecordedException not) {
        Reason reason = not.reason();
        return switch (reason) {
            case LATE, FULL, CATCHING_UP -> LocalisedProblem.unavailable(text(reason), SOON);
            case AWAY, NOT_WRITABLE, STOPPING, OTHER_LEDGER, ALTERED_LEDGER, NO_KEY, IN_DOUBT ->
                LocalisedProblem.unavailable(text(reason), DatabaseAwayMapper.SECONDS);
            case IN_PROGRESS -> LocalisedProblem.later(ProblemType.CONFLICT, text(reason), SOON);
            case RESULT_DIFFERS, REVOKED -> LocalisedProblem.of(ProblemType.CONFLICT, text(reason));
            case KEYS_CHANGED -> LocalisedProblem.of(ProblemType.CONFLICT, keysChanged((KeysChangedException) not));
            case NO_DECISION, NO_RULESET -> LocalisedProblem.notFound(text(reason));
            case NO_CLAIM -> RequestFaultsMapper.problem(List.of(NO_SUCH_CLAIM), 1);
            case KEY_REUSED, TOO_LONG -> LocalisedProblem.of(ProblemType.INVALID_CONTENT, text(reason));
            case RULESET_ALTERED, RULESET_REFUSED -> LocalisedProblem.of(ProblemType.INTERNAL_ERROR, text(reason));
            case FAILED -> LocalisedProblem.of(ProblemType.INTERNAL_ERROR);
        };
    }

    private static Text text(Reason reason) {
        return TEXTS.text(reason.name());
    }

    private static Text keysChanged(KeysChangedException changed) {
        return TEXTS.text(
                changed.reason().name(),
                changed.declared().type(),
                changed.recorded().keys(),
                changed.declared().keys());
    }
}
