package io.subsidyrules.writing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a text says anything that distinguishes one thing from another. */
public final class Saying {

    /** The words that people write into a form where there is nothing to write, one at a time, with commas between. */
    private static final String ENGLISH =
            "na,none,no,nil,null,nothing,unknown,undefined,unnamed,untitled,unspecified,unnumbered,empty,blank,"
                    + "missing,pending,todo,tbd,tba,tbc,to be determined,to be confirmed,to be announced,"
                    + "to be decided,to be defined,to be supplied,not applicable,not available,not known,"
                    + "not yet known,not assigned,not provided,not yet,no number,no name,without number,without name,"
                    + "same as above,as above,see above,see attachment,ditto,test,testing,dummy,placeholder,example,"
                    + "sample,string,asdf,qwerty";

    private static final String CHINESE = "无,没,没有,暂无,暂缺,暂没有,尚无,还没有,目前没有,空,空白,空缺,缺,缺失,略,从略,否,有,其他,其它,例,例子,示例,样例,范例,举例,"
            + "测试,测试项目,测试数据,测试用,试验数据,同上,同前,同左,同右,同下,如上,见上,见附件,详见附件,见附表,不明,不祥,未有,"
            + "名称,项目名称,标准名称,产品名称,编号,项目编号,标准编号,标准号,文号,证书编号,请选择,请输入,请填写,自填";

    private static final String THINGS =
            "编号,编码,名称,名字,号,号码,文号,项目,项目名称,项目编号,标准,标准号,标准编号,标准名称,证书,证书编号,数据,内容,信息,资料,此项,该项,此项目";

    /**
     * Phrases for a thing that is not there, not yet, or not to be named: each word before a colon with each behind it.
     */
    private static final List<String> JOINED = List.of(
            "无,没,没有,暂无,暂没有,尚无,还没有:" + THINGS,
            "未,暂未,尚未,还未:" + THINGS + ",编,命名,定,定名,知,确定,填,填写,提供,申报,取得,获得,公布,发布,批准,立项,完成,公开,分配",
            "不:详,清楚,知,知道,适用,存在,涉及,需要,需,要,填,便填写,便提供,确定,公开",
            "待,有待,尚待:" + THINGS + ",定,补,补充,填,填写,编,查,确认,确定,核,核实,核定,完善,申报,发布,公布,批准,命名,提供,更新,议,分配",
            "xx,xxx,某,某某:" + THINGS + ",公司,企业,单位,中心,产品,有限公司");

    private static final Set<String> NOTHING = nothing();

    /** Three of one character can be a name, as 999 and AAA are. */
    private static final int MOST_OF_ONE = 3;

    /** Two of these are no name. */
    private static final String FILLERS = "x某";

    private static final String ZEROS = "0〇";

    /** Longer than any of these words with punctuation around it. None of them has a digit: N11 looks like nil. */
    private static final int LONGEST = 40;

    private Saying() {}

    /**
     * Whether it has no letter, digit or Chinese character, is a word for there being none, however that is written, or
     * one character again and again.
     */
    public static boolean nothing(String text) {
        return !isPlainName(text) && isNothing(CanonicalForm.of(text));
    }

    /**
     * Whether it is clear at once that a text says something, as of most names of projects: it has a digit, which no
     * word for nothing has, and another letter or digit, and only characters that its {@link CanonicalForm} keeps as
     * they are but for their case.
     */
    public static boolean isPlainName(String text) {
        boolean digit = false;
        boolean different = false;
        int before = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (!CanonicalForm.isPlain(one)) {
                return false;
            }
            if (one > '~' || Character.isLetterOrDigit(one)) {
                int said = Character.toLowerCase(one);
                digit |= said <= '9';
                different |= before != 0 && said != before;
                before = said;
            }
        }
        return digit && different;
    }

    /** Whether the text of that canonical form says nothing. */
    public static boolean isNothing(String canonical) {
        int said = 0;
        int first = 0;
        boolean alike = true;
        boolean digit = false;
        for (int i = 0; i < canonical.length(); ) {
            int character = canonical.codePointAt(i);
            if (isSaid(character)) {
                first = said == 0 ? character : first;
                alike &= character == first;
                digit |= Character.isDigit(character);
                said++;
            }
            i += Character.charCount(character);
        }
        return said == 0
                || (alike && isFilling(canonical, first, said))
                || (!digit && canonical.length() <= LONGEST && NOTHING.contains(LookAlikeForm.of(canonical)));
    }

    private static boolean isSaid(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || (Character.getType(character) == Character.UNASSIGNED && !Unseen.isIgnorable(character));
    }

    /** Whether a text in which one character is said again and again is none that a name can be. */
    private static boolean isFilling(String canonical, int character, int times) {
        boolean unbroken = times == canonical.codePointCount(0, canonical.length());
        return ZEROS.indexOf(character) >= 0
                || (unbroken && times > MOST_OF_ONE)
                || (times > 1 && FILLERS.indexOf(character) >= 0);
    }

    private static Set<String> nothing() {
        Set<String> nothing = new HashSet<>();
        words(ENGLISH + "," + CHINESE).map(Saying::look).forEach(nothing::add);
        for (String joined : JOINED) {
            String[] parts = joined.split(":", -1);
            words(parts[0])
                    .flatMap(before -> words(parts[1]).map(behind -> look(before + behind)))
                    .forEach(nothing::add);
        }
        return Set.copyOf(nothing);
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(",", -1));
    }

    private static String look(String word) {
        return LookAlikeForm.of(CanonicalForm.of(word));
    }
}
