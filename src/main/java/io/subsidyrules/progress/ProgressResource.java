package io.subsidyrules.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.access.Scope;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.codes.DivisionCodes;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.project.AwardSums;
import io.subsidyrules.recording.project.AwardSums.Period;
import io.subsidyrules.recording.project.AwardSums.Sums;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows how far a policy has come in a year. */
@Path("/v1/policies")
@RolesAllowed({Roles.READER, Roles.AUDITOR, Roles.RULES_EDITOR, Roles.RULES_APPROVER, Roles.ADMIN})
public class ProgressResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ProgressResource.class);

    private static final String YEAR = "year";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final LiveRuleset live;
    private final AwardSums awards;
    private final Clock clock;
    private final CurrentCaller callers;

    ProgressResource(LiveRuleset live, AwardSums awards, Clock clock, CurrentCaller callers) {
        this.callers = callers;
        this.live = live;
        this.awards = awards;
        this.clock = clock;
    }

    @GET
    @Path("/{policy}/progress")
    @Admitted(Work.READING)
    @Produces(MediaType.APPLICATION_JSON)
    public Response progress(@PathParam("policy") String id, @Context UriInfo uri, @Context HttpHeaders headers)
            throws JsonProcessingException {
        int year = year(uri.getQueryParameters());
        Ruleset ruleset = live.current();
        Scope scope = callers.get().sums();
        Policy policy = ruleset.book()
                .policy(id)
                .filter(known -> scope.hasPolicy(id))
                .orElseThrow(LocalisedProblem::unknownPolicy);
        Language language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ZoneId zone = clock.getZone();
        Map<LocalDate, Period> byDay = byDay(policy, start(Year.of(year + 1).atDay(1), zone), zone);
        Sums sums = awards.of(
                id,
                policy.currency(),
                Year.of(year),
                Set.copyOf(byDay.values()),
                zone,
                divisions(ruleset),
                scope.divisions());
        ProgressReport report = new ProgressReport(ruleset, policy, year, byDay, sums, language);
        return Response.ok(JSON.writeValueAsString(report.page()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The codes that applicants of the ruleset can have, if it has a list of them. */
    private static Optional<DivisionCodes> divisions(Ruleset ruleset) {
        return ruleset.book()
                .vocabulary()
                .applicant()
                .field("divisionCode")
                .flatMap(Field::check)
                .filter(DivisionCodes.class::isInstance)
                .map(DivisionCodes.class::cast);
    }

    /** The periods up to the days of the targets: later awards do not help to reach one. */
    private static Map<LocalDate, Period> byDay(Policy policy, Instant end, ZoneId zone) {
        return policy.measures().stream()
                .flatMap(measure -> measure.targets().stream())
                .filter(target -> target.item().isPresent())
                .flatMap(target -> target.by().stream())
                .distinct()
                .collect(Collectors.toMap(day -> day, day -> {
                    Instant over = start(day.plusDays(1), zone);
                    return new Period(Instant.EPOCH, over.isBefore(end) ? over : end);
                }));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** This year, where none is asked for. */
    private int year(MultivaluedMap<String, String> query) {
        KnownQuery.check(query, List.of(YEAR));
        String year = query.getFirst(YEAR);
        if (year == null) {
            return Year.now(clock).getValue();
        }
        if (!year.matches("[12][0-9]{3}")) {
            throw LocalisedProblem.badQuery(YEAR, TEXTS.text("year"));
        }
        return Integer.parseInt(year);
    }
}
