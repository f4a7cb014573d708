package io.subsidyrules.cli.finding;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Resource;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meanings of the codes of findings, with the examples of the page on faults and notices. */
public final class CodePages {

    private static final String PAGE = "/io/subsidyrules/guide/docs/faults.md";
    private static final String DETAILS = "…";
    private static final Pattern DETAIL = Pattern.compile("%[0-9]\\$s");

    private CodePages() {}

    /**
     * The page of a code.
     *
     * @param meaning what was found, with an ellipsis for each detail
     * @param remedy what to do about it, likewise; empty if it is all details
     * @param example a finding as it is told, in both languages
     */
    public record Page(String code, Text meaning, Optional<Text> remedy, String example) {}

    /** The names of all codes. */
    public static List<String> codes() {
        return Stream.concat(Stream.of(FaultCode.values()), Stream.of(NoticeCode.values()))
                .map(Enum::name)
                .toList();
    }

    /** The pages of all codes, in the order in which the page on them has them. */
    public static List<Page> all() {
        return codes().stream().flatMap(code -> of(code).stream()).toList();
    }

    /** The page of a code; empty if there is no such code. */
    public static Optional<Page> of(String code) {
        return codes().contains(code)
                ? Optional.of(new Page(code, text(code), remedy(code), example(code)))
                : Optional.empty();
    }

    private static Optional<Text> remedy(String code) {
        return Optional.of(text(code + ".remedy")).filter(text -> !text.en().equals(DETAILS));
    }

    private static Text text(String key) {
        boolean fault = Stream.of(FaultCode.values())
                .anyMatch(code -> key.equals(code.name()) || key.equals(code.name() + ".remedy"));
        TextCatalogue texts =
                fault ? TextCatalogue.beside(Fault.class, "faults") : TextCatalogue.beside(Notice.class, "notices");
        return new Text(shown(texts.template(key, Language.EN)), shown(texts.template(key, Language.ZH)));
    }

    private static String shown(String template) {
        return DETAIL.matcher(template).replaceAll(DETAILS).replace("%%", "%").strip();
    }

    private static String example(String code) {
        Matcher section = Pattern.compile(
                        "^#### " + code + "\n.*?^```text\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Resource.text(CodePages.class, PAGE));
        return section.find() ? section.group(1) : "";
    }
}
