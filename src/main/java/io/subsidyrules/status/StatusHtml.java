package io.subsidyrules.status;

import io.subsidyrules.page.Page;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The state of the rules as a page: what is live, each policy, and every fault and notice with its line. */
final class StatusHtml {

    private static final Template TEMPLATE = Template.html(StatusHtml.class, "status.html");
    private static final Map<Language, Phrases> WORDS = Map.of(
            Language.EN, Phrases.read(StatusHtml.class, "status", Language.EN),
            Language.ZH, Phrases.read(StatusHtml.class, "status", Language.ZH));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** The state of a part of the rules, in words. */
    record Part(String name, String state, String told, String since) {}

    private StatusHtml() {}

    static byte[] of(RulesetStatusPage status, Asked asked) {
        Phrases words = WORDS.getOrDefault(asked.language(), Phrases.read(StatusHtml.class, "status", Language.EN));
        var live = status.live();
        var judging = status.judging();
        Map<String, Object> values = Map.ofEntries(
                Map.entry("state", status.state().name()),
                Map.entry("told", words.say("state." + status.state())),
                Map.entry("live", live == null ? List.of() : List.of(live)),
                Map.entry("liveSince", live == null ? "" : time(live.since())),
                Map.entry("judging", judging == null ? List.of() : List.of(time(judging.since()))),
                Map.entry("judged", time(status.folder().judged())),
                Map.entry("parts", parts(status, words)),
                Map.entry("folder", status.folder()));
        return Page.html(TEMPLATE, asked.layout(words.say("title")), words, values);
    }

    /** To the second, by the clock that letters and decisions are dated by. */
    private static String time(String instant) {
        return TIME.format(Instant.parse(instant));
    }

    private static List<Part> parts(RulesetStatusPage status, Phrases words) {
        List<Part> parts = new ArrayList<>();
        if (status.vocabulary() != null) {
            var vocabulary = status.vocabulary();
            parts.add(new Part(
                    words.say("vocabulary"),
                    vocabulary.state().name(),
                    words.say("part." + vocabulary.state()),
                    time(vocabulary.since())));
        }
        status.policies()
                .forEach(policy -> parts.add(new Part(
                        policy.policy(),
                        policy.state().name(),
                        words.say("part." + policy.state()),
                        time(policy.since()))));
        return parts;
    }
}
