package io.subsidyrules.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rule-files.md leads from the words of a policy to rules that give what its cases say. */
class RuleFilesPageTest {

    private static final Path FILE = Path.of("docs/rule-files.md");
    private static final String PAGE = read();
    private static final List<SentenceKind> KINDS = SentenceKind.of(PAGE);
    private static final RuleSources SOURCES = SentencePolicies.of(KINDS);
    private static final Judgement JUDGEMENT = Judgement.of(SOURCES);

    private static final Pattern FIRST =
            Pattern.compile("```(?:drl|yaml)\n(?://|#) (clean-heating-2025/\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern AMOUNT = Pattern.compile("(?<=\\b(?:total|amount): )[0-9_.]+");
    /** Cases are few, and tables short. */
    private static final Set<NoticeCode> LEFT_OUT = Set.of(NoticeCode.CONDITION_WITHOUT_SCENARIO, NoticeCode.TABLE_GAP);

    private static final String INDEX_BEGINS = "<!-- the index begins -->\n";
    private static final String INDEX_ENDS = "<!-- the index ends -->";

    @Test
    void theFilesOfTheFirstArticleAreAPolicyWhoseCasesPass() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(LiveRules.FOLDER).files());
        files.keySet().removeIf(file -> file.endsWith(".scenarios.yaml"));
        int others = files.size();
        FIRST.matcher(PAGE)
                .results()
                .forEach(block -> files.put(block.group(1), block.group(2).getBytes(StandardCharsets.UTF_8)));
        assertThat(files).hasSize(others + 4);
        assertThat(told(Judgement.of(new RuleSources(files)).faults())).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> eachKindOfSentenceHasARuleThatIsReadAndCasesThatPass() {
        assertThat(KINDS).hasSizeGreaterThan(40);
        assertThat(KINDS.stream().map(SentenceKind::folder)).doesNotHaveDuplicates();
        List<Notice> notices = Notices.of(SOURCES, JUDGEMENT);
        return KINDS.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.heading(), () -> {
                    assertThat(kind.rules()).contains("declare ", "rule \"");
                    assertThat(kind.cases()).hasSize(1);
                    assertThat(kind.text().lines().filter("```csv"::equals))
                            .as("each names its file")
                            .hasSize(kind.tables().size());
                    assertThat(told(of(kind, JUDGEMENT.faults()))).isEmpty();
                    assertThat(notices)
                            .filteredOn(notice -> notice.place().file().startsWith(kind.folder() + "/")
                                    && !LEFT_OUT.contains(notice.code()))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicNode> aWrongAnswerInTheCasesOfAnyKindIsNoticed() {
        List<SentenceKind> wrong = KINDS.stream()
                .map(kind -> new SentenceKind(
                        kind.heading(), AMOUNT.matcher(kind.text()).replaceAll("123.45")))
                .toList();
        List<Fault> faults = Judgement.of(SentencePolicies.of(wrong)).faults();
        return wrong.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.heading(), () -> assertThat(of(kind, faults))
                        .isNotEmpty()
                        .allMatch(fault -> fault.code().name().startsWith("SCENARIO"))));
    }

    /** Each quotes the law in both languages, and is explained in both. */
    @TestFactory
    Stream<DynamicNode> eachKindOfSentenceIsExplainedInBothLanguages() {
        return KINDS.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.heading(), () -> {
                    assertThat(kind.text()).matches("(?s)\n> [A-Z0-9].*?\n>\n> .*?\\p{IsHan}.*?\n>\n> \\*\\*Words .*");
                    assertThat(kind.text()).containsOnlyOnce("\n> **读法**：");
                    assertThat(kind.englishWords()).hasSizeGreaterThan(1);
                    assertThat(kind.chineseWords()).hasSizeGreaterThan(2);
                }));
    }

    @Test
    void allBlocksBelongToTheFirstArticleOrToAKindOfSentence() {
        long blocks =
                PAGE.lines().filter(line -> line.matches("```(drl|yaml|csv)")).count();
        long used = FIRST.matcher(PAGE).results().count()
                + KINDS.stream()
                        .flatMap(kind -> kind.text().lines())
                        .filter(line -> line.matches("```(drl|yaml|csv)"))
                        .count();
        assertThat(used).isEqualTo(blocks);
    }

    @Test
    void theIndexHasTheWordsOfAllKinds() throws IOException {
        int from = PAGE.indexOf(INDEX_BEGINS) + INDEX_BEGINS.length();
        String made = PAGE.substring(0, from) + index() + PAGE.substring(PAGE.indexOf(INDEX_ENDS));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, made);
            return;
        }
        assertThat(PAGE)
                .as(
                        "docs/rule-files.md is up to date; mvn -B test -Dtest=guide.RuleFilesPageTest -Ddocs.write=true writes it anew")
                .isEqualTo(made);
    }

    private static String index() {
        return "| words | 条文用语 | see |\n|---|---|---|\n"
                + KINDS.stream()
                        .map(kind -> "| %s | %s | [%s](#%s) |\n"
                                .formatted(
                                        String.join("; ", kind.englishWords()),
                                        String.join("、", kind.chineseWords()),
                                        kind.heading(),
                                        kind.anchor()))
                        .collect(Collectors.joining());
    }

    /** Phrases of published policies, and the section that says how to write them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            一次性奖励 | A fixed amount
            给予奖励 | A fixed amount
            每平方米 | So much for each
            每千瓦 | So much for each
            每人补助 | So much for each
            按人数 | So much for each
            per head | So much for each
            for each | So much for each
            最高不超过 | A percentage of the cost, at most so much
            按比例补助 | A percentage of the cost, at most so much
            封顶 | A percentage of the cost, at most so much
            not exceeding | A percentage of the cost, at most so much
            孰低 | The lower of two amounts
            whichever is less | The lower of two amounts
            孰高 | The higher of two amounts
            the higher of | The higher of two amounts
            保底 | So much on top, and not less than
            不低于 | So much on top, and not less than
            in addition | So much on top, and not less than
            增量部分 | Of the increment
            of the increment | Of the increment
            分段计算 | Each part at its own rate
            超过部分 | Each part at its own rate
            每增加1人 | So much for the first few, and so much for further ones
            for each further one | So much for the first few, and so much for further ones
            分档 | An amount for each band
            分别给予 | An amount for each band
            首次突破 | An amount for each band
            地方财政贡献 | Not more than was paid in tax
            不设上限 | Without a ceiling
            上不封顶 | Without a ceiling
            without a ceiling | Without a ceiling
            英镑 | Another currency
            优先支持 | Something other than money
            绿色通道 | Something other than money
            每年最高 | At most so much a year
            年度最高不超过 | At most so much a year
            at most … a year | At most so much a year
            an annual ceiling of | At most so much a year
            累计不超过 | At most so much within three years
            三年内累计 | At most so much within three years
            in any three years | At most so much within three years
            三年内只能享受一次 | Once within three years
            once within three years | Once within three years
            首次 | Only once
            未享受过 | Not awarded before
            has not benefited from | Not awarded before
            仅奖励一次 | Only once
            for the first time | Only once
            限1件 | So many of each kind
            不超过3件 | So many of each kind
            one piece of each kind | So many of each kind
            就高不重复 | Of several only the highest
            不得重复享受 | Of several only the highest
            不叠加 | Of several only the highest
            no double funding | Of several only the highest
            补差 | The difference is topped up
            补足差额 | The difference is topped up
            topped up | The difference is topped up
            单个项目合计 | All applicants of one project together
            联合申报 | All applicants of one project together
            同一集团合计 | All companies of a group together
            关联企业 | All companies of a group together
            companies of one group | All companies of a group together
            以上 | At least, more than, less than
            不满 | At least, more than, less than
            or more | At least, more than, less than
            登记注册 | Registered here, of this kind
            小微企业 | Registered here, of this kind
            名单内 | Named in a published list
            纳入名单 | Named in a published list
            in the published list | Named in a published list
            按下表 | By this table
            按附件标准 | By this table
            by this table | By this table
            不同地区 | Other numbers for other places
            by region | Other numbers for other places
            当期公布的标准 | The standard in force at the time
            the base amount in force | The standard in force at the time
            每招用1名 | So many persons who meet conditions
            the number of employees who | So many persons who meet conditions
            家庭成员中有 | Somebody in the household, nobody in the household
            one of its members | Somebody in the household, nobody in the household
            registered in | Registered here, of this kind
            成立满三年 | Established for three years
            established for at least three years | Established for three years
            符合下列条件之一 | One of the following, all of the following
            同时具备 | One of the following, all of the following
            one of the following | One of the following, all of the following
            除……外 | Except, unless
            不予支持 | Except, unless
            负面清单 | Except, unless
            except | Except, unless
            占比不低于 | A share of at least
            占销售收入的比例 | A share of at least
            a share of at least | A share of at least
            同比增长 | Grown by at least
            翻一番 | Grown by at least
            has doubled | Grown by at least
            亏损 | Made no loss
            净利润 | Made no loss
            装机容量 | A number with a unit
            合格率 | A number with a unit
            申报主体应当 | What all applicants must meet
            专家评审 | A person decides
            一事一议 | A person decides
            as appropriate | A person decides
            自……起施行 | Period in force
            有效期 | Period in force
            comes into force | Period in force
            以购买之日为准 | The day of the event decides
            the date of purchase decides | The day of the event decides
            自……起调整为 | From a day on another amount
            过渡期 | From a day on another amount
            is raised to | From a day on another amount
            上一年度 | Of the year before
            当年 | Of the year before
            in the year before | Of the year before
            之日起六个月内 | Within six months after
            within six months after | Within six months after
            分期拨付 | Paid in instalments
            in two instalments | Paid in instalments
            额满为止 | Until the money is spent
            排名前十 | Until the money is spent
            按占股比例 | A fact times a fact
            in proportion to | A fact times a fact
            """)
    void aSearchByTheWordsOfThePolicyFindsTheConstruct(String phrase, String english) {
        List<SentenceKind> found = KINDS.stream()
                .filter(kind -> Stream.concat(kind.englishWords().stream(), kind.chineseWords().stream())
                        .anyMatch(words -> words.contains(phrase)))
                .toList();
        assertThat(found.stream().map(SentenceKind::english)).contains(english);
        assertThat(found).as("few enough to look at").hasSizeLessThan(6);
    }

    @Test
    void whatCannotBeSaidIsListedWithWhatToDoInBothLanguages() {
        String part = PAGE.substring(PAGE.indexOf("\n## What cannot be said"));
        List<String> rows = part.lines()
                .filter(line -> line.startsWith("| \"") || line.matches("\\| [a-z].*"))
                .filter(line -> !line.startsWith("| sentence"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(14)
                .allMatch(row -> row.matches("\\| .+ \\| .*\\p{IsHan}.* \\| .+ \\| .*\\p{IsHan}.* \\|"));
        assertThat(String.join("\n", rows))
                .contains("instalments", "ranked", "until the money is spent", "a fact times a fact", "a division")
                .contains("as appropriate", "in principle", "working days", "precedence", "contains", "otherwise");
    }

    private static List<Fault> of(SentenceKind kind, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.place().file().startsWith(kind.folder() + "/"))
                .toList();
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream()
                .map(fault ->
                        fault.place() + " " + fault.code() + " " + fault.text().en())
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
