package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.recording.replay.RecordedRequestException;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;

/** 422: says that a recorded request does not fit a ruleset, and where. */
@Provider
public class RecordedRequestMapper extends ExceptionMapperBase<RecordedRequestException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RecordedRequestMapper.class);

    @Override
    protected HttpProblem toProblem(RecordedRequestException outgrown) {
        return LocalisedProblem.of(
                ProblemType.RECORDED_REQUEST,
                outgrown.isOwn() ? stricter() : otherRules(outgrown.ruleset()),
                language -> RequestFaultsMapper.members(outgrown.faults(), outgrown.count(), language));
    }

    private static Text otherRules(String ruleset) {
        return TEXTS.text("recordedRequestUnfit", ruleset);
    }

    private static Text stricter() {
        return TEXTS.text("recordedRequestRefused");
    }
}
