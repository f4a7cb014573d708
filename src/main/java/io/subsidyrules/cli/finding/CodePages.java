package io.subsidyrules.cli.finding;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.lint.LintCode;
import io.subsidyrules.lint.LintFinding;
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

/** The meanings of the codes of findings, with the examples of the pages on them. */
public final class CodePages {

    private static final String PAGES = "/io/subsidyrules/guide/docs/";
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

    /** The kinds of codes, each with the sentences of its codes and the page that shows examples of them. */
    private enum Kind {
        FAULT("faults.md", Fault.class, "faults", FaultCode.values()),
        NOTICE("faults.md", Notice.class, "notices", NoticeCode.values()),
        LINT("lint.md", LintFinding.class, "lints", LintCode.values());

        private final String page;
        private final Class<?> neighbour;
        private final String catalogue;
        private final List<String> codes;

        Kind(String page, Class<?> neighbour, String catalogue, Enum<?>... codes) {
            this.page = page;
            this.neighbour = neighbour;
            this.catalogue = catalogue;
            this.codes = Stream.of(codes).map(Enum::name).toList();
        }

        private Page page(String code) {
            Optional<Text> remedy = Optional.of(text(code + ".remedy"))
                    .filter(text -> !text.en().equals(DETAILS));
            return new Page(code, text(code), remedy, example(code));
        }

        private Text text(String key) {
            TextCatalogue texts = TextCatalogue.beside(neighbour, catalogue);
            return new Text(shown(texts.template(key, Language.EN)), shown(texts.template(key, Language.ZH)));
        }

        private String example(String code) {
            Matcher section = Pattern.compile(
                            "^#### " + code + "\n.*?^```text\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(Resource.text(CodePages.class, PAGES + page));
            return section.find() ? section.group(1) : "";
        }
    }

    /** The names of all codes. */
    public static List<String> codes() {
        return Stream.of(Kind.values()).flatMap(kind -> kind.codes.stream()).toList();
    }

    /** The pages of all codes, in the order in which the pages on them have them. */
    public static List<Page> all() {
        return codes().stream().flatMap(code -> of(code).stream()).toList();
    }

    /** The page of a code; empty if there is no such code. */
    public static Optional<Page> of(String code) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.codes.contains(code))
                .map(kind -> kind.page(code))
                .findFirst();
    }

    private static String shown(String template) {
        return DETAIL.matcher(template).replaceAll(DETAILS).replace("%%", "%").strip();
    }
}
