package io.subsidyrules.yaml;

import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake in the notation of YAML, in words for those who write policies.
 *
 * @param what what is wrong, to end a sentence with
 * @param remedy what to do about it, as a sentence
 * @param mended how the text is read on from the place of the mistake, where that is plain
 */
record YamlProblem(Text what, Text remedy, Optional<UnaryOperator<String>> mended) {

    private static final Text MEMBERS = new Text(
            "Write members as \"name: value\", indented by blanks, and quote texts that hold a colon.",
            "请按“名称: 值”书写，用空格缩进；含冒号的文字请加引号。");
    private static final Text BRACKET = new Text("a comma or a closing bracket is missing", "缺少逗号或右括号");
    private static final Text QUOTES =
            new Text("Put the whole text between double quotes: \"...\".", "请将整段文字放在双引号中：\"……\"。");
    private static final Text ONE_DOCUMENT =
            new Text("Take this line out; what follows goes into a file of its own.", "请删去这一行；其后的内容请另存为一个文件。");
    private static final Text FIRST_LINE = new Text("Take the line out.", "请删去这一行。");
    private static final Pattern CANNOT_BEGIN = Pattern.compile("found character '(.)' that cannot start any token.*");
    private static final Pattern ALIAS = Pattern.compile("found undefined alias (.*)");

    /** The beginning of what the library says, and what it means; the first that fits counts. */
    private static final List<Known> KNOWN = List.of(
            known(
                    "mapping values are not allowed",
                    "a colon too many, or a line indented wrongly",
                    "多了一个冒号，或缩进有误",
                    MEMBERS),
            known(
                    "expected <block end>",
                    "this does not fit what stands above: an indentation or a quote",
                    "与上文不符：缩进有误，或引号不成对",
                    MEMBERS),
            known(
                    "found unexpected document separator",
                    "a quote is not closed",
                    "引号没有结束",
                    new Text("Close the text with the quote that it begins with.", "请用开头的同一种引号结束这段文字。")),
            known(
                    "found unexpected end of stream",
                    "a quote or a bracket is not closed",
                    "引号或括号没有结束",
                    new Text(
                            "Close what is open: each \" with \", each { with }, each [ with ].",
                            "请补上右半：\" 与 \"，{ 与 }，[ 与 ]。")),
            known("could not find expected ':'", "a colon is missing", "缺少冒号", MEMBERS),
            known(
                    "expected ',' or",
                    BRACKET.en(),
                    BRACKET.zh(),
                    new Text(
                            "Write { name: value, name: value } and [ value, value ].",
                            "请写作 { 名称: 值, 名称: 值 } 或 [ 值, 值 ]。")),
            known(
                    "expected the node content",
                    "a value is missing here",
                    "此处缺少值",
                    new Text("Write the value, or take the sign out that stands here.", "请写明其值，或删去此处的符号。")),
            known(
                    "sequence entries are not allowed",
                    "a list begins where none can",
                    "此处不能开始列表",
                    new Text(
                            "Put each - on a line of its own, indented below the name of the list.",
                            "请将每个 - 另起一行，并在列表名称之下缩进。")),
            known(
                    "mapping keys are not allowed",
                    "a question mark begins a text without quotes",
                    "问号开头的文字没有引号",
                    QUOTES),
            known(
                    "found unknown escape character",
                    "a backslash in double quotes that means nothing",
                    "双引号中的反斜杠没有意义",
                    new Text(
                            "Write \\\\ for a backslash, or put the text between single quotes.",
                            "反斜杠请写作 \\\\，或改用单引号。")),
            known(
                    "expected escape sequence",
                    "a backslash in double quotes that means nothing",
                    "双引号中的反斜杠没有意义",
                    new Text(
                            "Write \\\\ for a backslash, or put the text between single quotes.",
                            "反斜杠请写作 \\\\，或改用单引号。")),
            known(
                    "expected alphabetic or numeric character",
                    "a text without quotes begins with & or *",
                    "没有加引号的文字以 & 或 * 开头",
                    QUOTES),
            known(
                    "unexpected character found",
                    "a text without quotes begins with & or *",
                    "没有加引号的文字以 & 或 * 开头",
                    QUOTES),
            known(
                    "expected a comment or a line break",
                    "a text stands behind | or > on the same line",
                    "| 或 > 之后的同一行不能有文字",
                    new Text(
                            "Begin the text on the next line, indented, or put it between double quotes.",
                            "请从下一行缩进书写文字，或将其放在双引号中。")),
            known("expected URI", "a text without quotes begins with !", "没有加引号的文字以 ! 开头", QUOTES),
            known("expected ' '", "a text without quotes begins with !", "没有加引号的文字以 ! 开头", QUOTES),
            known("found undefined tag handle", "a text without quotes begins with !", "没有加引号的文字以 ! 开头", QUOTES),
            known(
                    "found incompatible YAML",
                    "a line with the version of YAML stands here",
                    "此处有 YAML 版本声明",
                    FIRST_LINE),
            known("found duplicate YAML", "a line with the version of YAML stands here", "此处有 YAML 版本声明", FIRST_LINE),
            known("found duplicate tag", "a line that begins with %", "以 % 开头的行", FIRST_LINE));

    private record Known(String begins, Text what, Text remedy) {}

    /** Whether a bracket is not closed. */
    boolean ofBracket() {
        return what.equals(BRACKET);
    }

    /**
     * Explains what the library says.
     *
     * @param told the library's words
     * @param before the text on the line before the place
     */
    static YamlProblem of(String told, String before) {
        if (told.startsWith("found character '\\t")) {
            return before.isBlank()
                    ? of(
                            "a line is indented with a tab",
                            "行首使用了制表符（Tab）",
                            new Text("Indent it with blanks.", "请用空格缩进。"))
                    : mended("a tab stands here", "此处有制表符（Tab）", new Text("Write a blank instead.", "请改为空格。"), " ");
        }
        Matcher character = CANNOT_BEGIN.matcher(told);
        if (character.matches()) {
            String sign = character.group(1);
            return mended("a text without quotes begins with " + sign, "没有加引号的文字以 " + sign + " 开头", QUOTES, "x");
        }
        Matcher alias = ALIAS.matcher(told);
        if (alias.matches()) {
            String name = alias.group(1);
            return of(
                    "no &%s stands above this *%s".formatted(name, name),
                    "此处的 *%s 之前没有 &%s".formatted(name, name),
                    new Text(
                            "Name what is to be repeated with &%s, or put a text that begins with * between double quotes."
                                    .formatted(name),
                            "请用 &%s 标记要重复的内容；以 * 开头的文字请放在双引号中。".formatted(name)));
        }
        if (told.startsWith("but found another document") || told.startsWith("expected '<document start>'")) {
            return new YamlProblem(
                    new Text("a second document begins here", "此处开始了第二个文档"), ONE_DOCUMENT, Optional.of(rest -> ""));
        }
        return KNOWN.stream()
                .filter(known -> told.startsWith(known.begins()))
                .findFirst()
                .map(known -> new YamlProblem(known.what(), known.remedy(), Optional.empty()))
                .orElseGet(() -> of("what stands here cannot be read", "此处的写法无法识别", MEMBERS));
    }

    private static Known known(String begins, String en, String zh, Text remedy) {
        return new Known(begins, new Text(en, zh), remedy);
    }

    private static YamlProblem of(String en, String zh, Text remedy) {
        return new YamlProblem(new Text(en, zh), remedy, Optional.empty());
    }

    private static YamlProblem mended(String en, String zh, Text remedy, String instead) {
        return new YamlProblem(new Text(en, zh), remedy, Optional.of(rest -> instead + rest.substring(1)));
    }
}
