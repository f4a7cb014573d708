package io.subsidyrules.floor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The claims of measures 4, 8 and 9 on projects, purchases and people. */
final class StreamedProjects {

    private StreamedProjects() {}

    static final class Hire extends StreamedClaim {

        private static final StreamedCheck EXECUTIVE = StreamedCheck.of("QualityExpertHire", PlainCondition.EXECUTIVE);

        private @Nullable Boolean executiveRole;

        Hire() {
            super(StreamedType.QUALITY_EXPERT_HIRE);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "country" -> in.string();
                case "executiveRole" -> executiveRole = in.bool();
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.QUALITY_EXPERT_INTRODUCTION)
                    .yes(EXECUTIVE, executiveRole)
                    .decide();
        }
    }

    static final class Research extends StreamedClaim {

        private static final StreamedCheck IN_PLAN = check(PlainCondition.IN_PLAN);
        private static final StreamedCheck BREAKTHROUGH = check(PlainCondition.BREAKTHROUGH);
        private static final StreamedCheck FUNDED = check(PlainCondition.FUNDED);

        private @Nullable Boolean provincialPlan;
        private @Nullable Boolean majorBreakthrough;
        private long approvedFunding = StreamedMembers.UNKNOWN;

        Research() {
            super(StreamedType.RESEARCH_PROJECT);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "provincialPlan" -> provincialPlan = in.bool();
                case "majorBreakthrough" -> majorBreakthrough = in.bool();
                case "approvedFunding" -> approvedFunding = in.fen();
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.MAJOR_TECHNOLOGY_BREAKTHROUGH)
                    .yes(IN_PLAN, provincialPlan)
                    .yes(BREAKTHROUGH, majorBreakthrough)
                    .decide();
            judge.enterprise(PlainItem.SCIENCE_PLAN_PROJECT)
                    .yes(IN_PLAN, provincialPlan)
                    .positive(FUNDED, approvedFunding)
                    .decideAtMostCeiling(approvedFunding);
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("ResearchProject", condition);
        }
    }

    static final class Purchase extends StreamedClaim {

        private static final StreamedCheck SPENT = StreamedCheck.of("DesignPurchase", PlainCondition.SPENT);

        private long approvedExpenses = StreamedMembers.UNKNOWN;

        Purchase() {
            super(StreamedType.DESIGN_PURCHASE);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            if (name.equals("approvedExpenses")) {
                approvedExpenses = in.fen();
            } else {
                in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.manufacturer(PlainItem.DESIGN_PURCHASE)
                    .positive(SPENT, approvedExpenses)
                    .decideAtMostCeiling(
                            approvedExpenses == StreamedMembers.UNKNOWN
                                    ? StreamedMembers.UNKNOWN
                                    : approvedExpenses / 2);
        }
    }
}
