package io.subsidyrules.regression;

import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.yaml.YamlValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The request of a scenario that the service refuses: each fault of it at the value in the scenario file. */
final class RefusedRequest {

    private static final Text CORRECT = new Text("Correct the value.", "请更正该值。");
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
        return new Text("Write: " + form, "请写作：" + form);
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
                yield new Text(
                        "%s: %s: %s".formatted(there ? "Write" : "Add", name, group ? "{}" : "..."),
                        "请%s：%s: %s".formatted(there ? "写作" : "补充", name, group ? "{}" : "……"));
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
            return Optional.of(
                    new Text("Put it between double quotes: \"%s\"".formatted(text), "请加双引号：\"%s\"".formatted(text)));
        }
        if (value.quoted() && UNQUOTED.matcher(text).matches()) {
            return Optional.of(new Text("Write it without quotes: %s".formatted(text), "请不加引号书写：%s".formatted(text)));
        }
        Optional<Text> meant =
                fault.wantsText() ? Optional.empty() : value.numberMeant().or(value::truthMeant);
        if (meant.isPresent()) {
            String form = value.nameText() + ": " + meant.get().en();
            return Optional.of(new Text("Write: " + form, "请写作：" + form));
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(new Text(
                        "Write digits and nothing else, with a decimal point where it is needed: 300000.00",
                        "请只写数字，必要时加小数点：300000.00"))
                : Optional.empty();
    }
}
