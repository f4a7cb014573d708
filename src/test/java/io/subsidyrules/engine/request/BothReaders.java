package io.subsidyrules.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.request.direct.ClaimValues;
import io.subsidyrules.engine.request.direct.DirectReader;
import io.subsidyrules.engine.request.direct.FactValues;
import io.subsidyrules.engine.request.direct.RequestValues;
import io.subsidyrules.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The direct and the full reader of a ruleset, which read the same of whatever the direct one reads. */
public final class BothReaders {

    private static final LocalDate TODAY = LocalDate.of(2100, 12, 31);

    private final DirectReader direct;
    private final RequestReader full;

    public BothReaders(Ruleset ruleset) {
        List<String> policies =
                ruleset.book().policies().stream().map(Policy::id).toList();
        this.direct = new DirectReader(ruleset.book().vocabulary(), policies);
        this.full = new RequestReader(ruleset.book().vocabulary(), policies);
    }

    /** Whether the direct reader reads a request; then it reads what the full reader reads, for whatever use. */
    public boolean readDirectly(byte[] body) {
        boolean read = false;
        for (RequestUse use : RequestUse.values()) {
            Optional<RequestValues> values = direct.read(body, use.isRecorded());
            values.ifPresent(some -> assertThat(written(some))
                    .as("%s as %s", new String(body, StandardCharsets.UTF_8), use)
                    .isEqualTo(written(full.checked(body, TODAY, use))));
            read |= values.isPresent();
        }
        return read;
    }

    /** All that the values say, with the types of the numbers and texts. */
    private static String written(RequestValues values) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s %s".formatted(values.asOf(), values.policies(), values.reference()));
        lines.add(written(values.applicant()));
        for (ClaimValues claim : values.claims()) {
            lines.add(claim.id() + " " + written(claim.fact()));
        }
        return String.join("\n", lines);
    }

    private static String written(FactValues fact) {
        return fact.type() + fact.values().stream().map(BothReaders::written).collect(Collectors.joining(", "));
    }

    private static String written(@Nullable Object value) {
        if (value instanceof List<?> members) {
            return members.stream().map(BothReaders::written).toList().toString();
        }
        if (value instanceof Fact member) {
            return member.type()
                    + member.pointer()
                    + member.asOf()
                    + member.type().fields().stream()
                            .map((Field field) -> written(member.value(field)))
                            .toList();
        }
        return value == null ? "unknown" : value.getClass().getSimpleName() + " " + value;
    }
}
