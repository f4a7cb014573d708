package io.subsidyrules.engine.wording;

import io.subsidyrules.text.Language;
import java.util.regex.Pattern;

/** Says in one language that something is not so, of a title such as "insured against fire" or 属于僵尸企业. */
final class Negation {

    /** Verbs that 不 denies. Some of them begin other words: 在建, 是否. */
    private static final String STATES = "属于|属|是(?!否)|具备|具有|符合|满足|存在|在(?![建线])|从事|位于|处于|享受|适用|涉及|包含|含|愿意|由";

    /** Verbs that 未 denies. */
    private static final String DEEDS = "列入|纳入|入选|取得|获得|获评|通过|完成|投保|建立|设立|设有|拥有|办理|缴纳|被|担任|受到|发生|签订|承担|达到";

    private static final Pattern STATE = Pattern.compile("^(?:" + STATES + ")");
    private static final Pattern DEED = Pattern.compile("^(?:" + DEEDS + ")");
    private static final Pattern HAS = Pattern.compile("^有(?![限机色效线偿害关])");
    private static final Pattern DONE = Pattern.compile("^已经?(?=.)");

    /** A title that denies already; without it, it says that it is so. */
    private static final Pattern DENIED = Pattern.compile("^(?:不(?=" + STATES + ")|未(?=" + DEEDS + ")|没(?=有)|并非(?=.))");

    private static final Pattern WITHOUT = Pattern.compile("^无(?=欠|拖欠|失信|违法|违规|不良|重大|行政|刑事|犯罪)");

    private Negation() {}

    /** The words for that the title is not so, without two negations. */
    static String of(String title, Language language) {
        return language == Language.ZH ? chinese(title) : english(title);
    }

    private static String english(String title) {
        return title.startsWith("not ") ? title.substring("not ".length()) : "not " + title;
    }

    private static String chinese(String title) {
        if (DENIED.matcher(title).find()) {
            return DENIED.matcher(title).replaceFirst("");
        }
        if (WITHOUT.matcher(title).find()) {
            return WITHOUT.matcher(title).replaceFirst("有");
        }
        if (DONE.matcher(title).find()) {
            return DONE.matcher(title).replaceFirst("未");
        }
        if (HAS.matcher(title).find()) {
            return "没" + title;
        }
        return (STATE.matcher(title).find() ? "不" : DEED.matcher(title).find() ? "未" : "并非") + title;
    }
}
