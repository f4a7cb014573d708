package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 422: tells every fault of a request's content. */
@Provider
public class RequestFaultsMapper extends ExceptionMapperBase<RequestFaultsException> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestFaultsMapper.class);

    @Override
    protected HttpProblem toProblem(RequestFaultsException refused) {
        return problem(refused);
    }

    static LocalisedProblem problem(RequestFaultsException refused) {
        return problem(refused.faults(), refused.count());
    }

    /** @param count the number of faults, including those that are not listed */
    static LocalisedProblem problem(List<RequestFault> faults, int count) {
        return LocalisedProblem.ofFaults(
                summary(count),
                language -> members(faults, count, language),
                faults.stream().findFirst());
    }

    private static Text summary(int count) {
        return count == 1 ? TEXTS.text("oneFault") : TEXTS.text("severalFaults", count);
    }

    static Map<String, Object> members(List<RequestFault> faults, int count, Language language) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("errorCount", count);
        members.put(
                "errors", faults.stream().map(fault -> error(fault, language)).toList());
        return members;
    }

    private static Map<String, Object> error(RequestFault fault, Language language) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("pointer", fault.pointer());
        error.put("code", fault.code().name());
        error.put("detail", fault.detail().in(language));
        if (!fault.allowed().isEmpty()) {
            error.put("allowed", fault.allowed());
        }
        fault.suggestion().ifPresent(suggestion -> error.put("suggestion", suggestion));
        return error;
    }
}
