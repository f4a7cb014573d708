package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainClaim.BaseLevel;
import io.subsidyrules.floor.PlainClaim.DraftingRole;
import io.subsidyrules.floor.PlainClaim.PilotLevel;
import io.subsidyrules.floor.PlainClaim.Prize;
import io.subsidyrules.floor.PlainClaim.StandardLevel;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of measures 1 to 3, on standards. */
final class StreamedStandards {

    private StreamedStandards() {}

    static final class Leader extends StreamedClaim {

        private static final StreamedCheck LISTED = StreamedCheck.of("StandardLeader", PlainCondition.LISTED);

        private @Nullable Boolean listed;

        Leader() {
            super(StreamedType.STANDARD_LEADER);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "year" -> year = in.year();
                case "listed" -> listed = in.bool();
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.STANDARD_LEADER).yes(LISTED, listed).decide();
        }

        @Override
        boolean isKnownProject() {
            return key != null && year != 0;
        }
    }

    static final class Hosted extends StreamedClaim {

        private static final Map<String, StandardLevel> LEVELS = StreamedType.byName(StandardLevel.values());
        private static final Map<String, DraftingRole> ROLES = StreamedType.byName(DraftingRole.values());
        private static final StreamedCheck HOST = check(PlainCondition.HOST);
        private static final StreamedCheck INTERNATIONAL = check(PlainCondition.INTERNATIONAL_STANDARD);
        private static final StreamedCheck NATIONAL = check(PlainCondition.NATIONAL_STANDARD);
        private static final StreamedCheck INDUSTRY = check(PlainCondition.INDUSTRY_STANDARD);

        private @Nullable StandardLevel level;
        private @Nullable DraftingRole role;

        Hosted() {
            super(StreamedType.HOSTED_STANDARD);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "level" -> level = in.constant(LEVELS);
                case "role" -> role = in.constant(ROLES);
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.HOST_INTERNATIONAL_STANDARD)
                    .is(HOST, role, DraftingRole.HOST)
                    .is(INTERNATIONAL, level, StandardLevel.INTERNATIONAL)
                    .decide();
            judge.enterprise(PlainItem.HOST_NATIONAL_STANDARD)
                    .is(HOST, role, DraftingRole.HOST)
                    .is(NATIONAL, level, StandardLevel.NATIONAL)
                    .decide();
            judge.enterprise(PlainItem.HOST_INDUSTRY_STANDARD)
                    .is(HOST, role, DraftingRole.HOST)
                    .is(INDUSTRY, level, StandardLevel.INDUSTRY)
                    .decide();
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("HostedStandard", condition);
        }
    }

    static final class Award extends StreamedClaim {

        private static final Map<String, Prize> PRIZES = StreamedType.byName(Prize.values());
        private static final StreamedCheck DRAFTER = check(PlainCondition.DRAFTER);
        private static final StreamedCheck FIRST = check(PlainCondition.FIRST_PRIZE);
        private static final StreamedCheck SECOND = check(PlainCondition.SECOND_PRIZE);
        private static final StreamedCheck THIRD = check(PlainCondition.THIRD_PRIZE);

        private @Nullable Prize prize;
        private @Nullable Boolean drafter;

        Award() {
            super(StreamedType.STANDARD_AWARD);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "year" -> year = in.year();
                case "prize" -> prize = in.constant(PRIZES);
                case "drafter" -> drafter = in.bool();
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.STANDARD_AWARD_FIRST_PRIZE)
                    .yes(DRAFTER, drafter)
                    .is(FIRST, prize, Prize.FIRST)
                    .decide();
            judge.enterprise(PlainItem.STANDARD_AWARD_SECOND_PRIZE)
                    .yes(DRAFTER, drafter)
                    .is(SECOND, prize, Prize.SECOND)
                    .decide();
            judge.enterprise(PlainItem.STANDARD_AWARD_THIRD_PRIZE)
                    .yes(DRAFTER, drafter)
                    .is(THIRD, prize, Prize.THIRD)
                    .decide();
        }

        @Override
        boolean isKnownProject() {
            return key != null && year != 0;
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("StandardAward", condition);
        }
    }

    static final class Series extends StreamedClaim {

        private static final StreamedCheck UNDERTAKEN =
                StreamedCheck.of("InnovationStandardSeries", PlainCondition.UNDERTAKEN);

        private @Nullable Boolean undertaken;

        Series() {
            super(StreamedType.INNOVATION_STANDARD_SERIES);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            if (name.equals("undertaken")) {
                undertaken = in.bool();
            } else {
                in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.INNOVATION_STANDARD_SERIES)
                    .yes(UNDERTAKEN, undertaken)
                    .decide();
        }
    }

    static final class Base extends StreamedClaim {

        private static final Map<String, BaseLevel> LEVELS = StreamedType.byName(BaseLevel.values());
        private static final StreamedCheck NATIONAL = StreamedCheck.of("InnovationBase", PlainCondition.NATIONAL_BASE);

        private @Nullable BaseLevel level;

        Base() {
            super(StreamedType.INNOVATION_BASE);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            if (name.equals("level")) {
                level = in.constant(LEVELS);
            } else {
                in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.NATIONAL_INNOVATION_BASE)
                    .is(NATIONAL, level, BaseLevel.NATIONAL)
                    .decide();
        }
    }

    static final class Pilot extends StreamedClaim {

        private static final Map<String, PilotLevel> LEVELS = StreamedType.byName(PilotLevel.values());
        private static final StreamedCheck NATIONAL =
                StreamedCheck.of("StandardizationPilot", PlainCondition.NATIONAL_PILOT);
        private static final StreamedCheck PROVINCIAL =
                StreamedCheck.of("StandardizationPilot", PlainCondition.PROVINCIAL_PILOT);

        private @Nullable PilotLevel level;

        Pilot() {
            super(StreamedType.STANDARDIZATION_PILOT);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            if (name.equals("level")) {
                level = in.constant(LEVELS);
            } else {
                in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.NATIONAL_STANDARDIZATION_PILOT)
                    .is(NATIONAL, level, PilotLevel.NATIONAL)
                    .decide();
            judge.enterprise(PlainItem.PROVINCIAL_STANDARDIZATION_PILOT)
                    .is(PROVINCIAL, level, PilotLevel.PROVINCIAL)
                    .decide();
        }
    }
}
