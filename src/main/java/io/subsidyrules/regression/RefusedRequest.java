package io.subsidyrules.regression;

import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.yaml.YamlValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The request of a scenario that the service refuses: each fault of it at the value in the scenario file. */
final class RefusedRequest {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RefusedRequest.class);
    private static final Text CORRECT = TEXTS.text("correctValue");
    private static final Pattern UNQUOTED = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false");
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９][0-9０-９,，_ 万元.]*");
    private static final int LONGEST_QUOTE = 100;

    private static final Map<String, Text> GROUPS = Map.of(
            "applicant",
            form("applicant: { kind: ENTERPRISE, divisionCode: \"130100\" }"),
            "claims",
            form("claims: [ { type: DesignCentre, level: NATIONAL } ]"),
            "policies",
            form("policies: [ hebei-quality-2022 ]"));

    private final Scenario scenario;

    RefusedRequest(Scenario scenario) {
        this.scenario = scenario;
    }

    private static Text form(String form) {
        return TEXTS.text("write", form);
    }

    Fault fault(UnreadableRequestException unreadable) {
        return refused(scenario.place(), "/", unreadable.detail(), CORRECT);
    }

    Fault fault(RequestFault fault) {
        YamlValue value = scenario.value(fault.pointer());
        boolean ofName = fault.code() == RequestFault.Code.UNKNOWN_MEMBER;
        String written = ofName ? value.nameText() : value.text().orElse("");
        OptionalInt wide = FullWidth.first(written);
        boolean meant = !ofName && !fault.wantsText() && value.numberMeant().isPresent();
        if (wide.isPresent() && !meant && isWritten(fault.code())) {
            Place place = ofName
                    ? new Place(
                            value.name().file(),
                            value.name().line(),
                            value.name().column() + wide.getAsInt())
                    : value.at(wide.getAsInt());
            return FullWidth.fault(written.charAt(wide.getAsInt()), place);
        }
        return refused(ofName ? value.name() : value.place(), fault.pointer(), fault.detail(), remedy(fault, value));
    }

    private Fault refused(Place place, String pointer, Text detail, Text remedy) {
        return Fault.of(place, FaultCode.SCENARIO_REFUSED, scenario.name(), pointer, detail, remedy);
    }

    /** Whether it is about characters of the value, which may be of the wrong width. */
    private static boolean isWritten(RequestFault.Code code) {
        return switch (code) {
            case UNKNOWN_TYPE, UNKNOWN_MEMBER, UNKNOWN_CONSTANT, UNKNOWN_POLICY, WRONG_TYPE, BAD_FORMAT -> true;
            default -> false;
        };
    }

    private static Text remedy(RequestFault fault, YamlValue value) {
        if (!fault.allowed().isEmpty()) {
            return Spelling.possible(fault.allowed());
        }
        return switch (fault.code()) {
            case REQUIRED -> {
                String name = name(fault);
                boolean group = GROUPS.containsKey(name);
                boolean there = value.nameText().equals(name);
                Text form = group ? new Text("{}", "{}") : TEXTS.text("some");
                yield there ? TEXTS.text("writeMember", name, form) : TEXTS.text("addMember", name, form);
            }
            case WRONG_TYPE ->
                Optional.ofNullable(GROUPS.get(name(fault)))
                        .or(() -> value.text().flatMap(text -> ofType(fault, value, text)))
                        .orElse(CORRECT);
            default -> CORRECT;
        };
    }

    /** The name of the member; of a claim, claims. */
    private static String name(RequestFault fault) {
        String[] names = fault.pointer().replaceFirst("/[0-9]+$", "").split("/", -1);
        return names[names.length - 1];
    }

    private static Optional<Text> ofType(RequestFault fault, YamlValue value, String text) {
        if (text.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        if (fault.wantsText() && !value.quoted()) {
            return Optional.of(TEXTS.text("quoteText", text));
        }
        if (value.quoted() && UNQUOTED.matcher(text).matches()) {
            return Optional.of(TEXTS.text("unquote", text));
        }
        Optional<Text> meant =
                fault.wantsText() ? Optional.empty() : value.numberMeant().or(value::truthMeant);
        if (meant.isPresent()) {
            String form = value.nameText() + ": " + meant.get().en();
            return Optional.of(TEXTS.text("write", form));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(TEXTS.text("writeDigits")) : Optional.empty();
    }
}
