package io.subsidyrules.statement;

import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.fact.Truth;
import java.util.Map;
import java.util.TreeMap;

/** Which members of a list a condition counts, as far as a letter can say it in one breath. */
final class CountedMembers {

    private CountedMembers() {}

    /**
     * The members by their numbers in the list, each with whether it is counted. Empty where a condition reads several
     * lists, or several numbers that count different members: a number alone would then name no one.
     */
    static Map<Integer, Truth> of(ConditionAnswer condition) {
        Map<Integer, Truth> members = new TreeMap<>();
        for (ConditionAnswer.MemberAnswer member : condition.members()) {
            Truth earlier = members.putIfAbsent(number(member), member.counted());
            boolean agrees = earlier == null || earlier == member.counted();
            if (!agrees || !list(member).equals(list(condition.members().get(0)))) {
                return Map.of();
            }
        }
        return members;
    }

    private static int number(ConditionAnswer.MemberAnswer member) {
        return Integer.parseInt(member.pointer().substring(member.pointer().lastIndexOf('/') + 1)) + 1;
    }

    private static String list(ConditionAnswer.MemberAnswer member) {
        return member.pointer().substring(0, member.pointer().lastIndexOf('/'));
    }
}
