package io.subsidyrules.floor;

import io.subsidyrules.floor.PlainClaim.CentreLevel;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of measures 9, 11, 12 and 16 on centres and zones that were recognised or approved. */
final class StreamedCentres {

    private static final Map<String, CentreLevel> LEVELS = StreamedType.byName(CentreLevel.values());

    private StreamedCentres() {}

    static final class Design extends StreamedClaim {

        private static final StreamedCheck PROVINCIAL = check(PlainCondition.PROVINCIAL_CENTRE);
        private static final StreamedCheck NATIONAL = check(PlainCondition.NATIONAL_CENTRE);
        private static final StreamedCheck SINCE = check(PlainCondition.RECOGNISED_SINCE);
        private static final StreamedCheck BY_NOW = check(PlainCondition.RECOGNISED_BY_NOW);

        private @Nullable CentreLevel level;
        private @Nullable LocalDate recognisedOn;

        Design() {
            super(StreamedType.DESIGN_CENTRE);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "level" -> level = in.constant(LEVELS);
                case "recognisedOn" -> recognisedOn = in.date();
                default -> in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.enterprise(PlainItem.PROVINCIAL_DESIGN_CENTRE)
                    .is(PROVINCIAL, level, CentreLevel.PROVINCIAL)
                    .sinceStart(SINCE, recognisedOn)
                    .byNow(BY_NOW, recognisedOn)
                    .decide();
            judge.enterprise(PlainItem.NATIONAL_DESIGN_CENTRE)
                    .is(NATIONAL, level, CentreLevel.NATIONAL)
                    .sinceStart(SINCE, recognisedOn)
                    .byNow(BY_NOW, recognisedOn)
                    .decide();
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("DesignCentre", condition);
        }
    }

    /** A centre that is awarded where it is national. */
    abstract static class Approved extends StreamedClaim {

        private final PlainItem item;
        private final StreamedCheck national;
        private final StreamedCheck since;
        private final StreamedCheck byNow;
        private @Nullable CentreLevel level;
        private @Nullable LocalDate approvedOn;

        Approved(StreamedType type, PlainItem item, StreamedCheck national, StreamedCheck since, StreamedCheck byNow) {
            super(type);
            this.item = item;
            this.national = national;
            this.since = since;
            this.byNow = byNow;
        }

        @Override
        final void readField(String name, StreamedMembers in) throws IOException {
            switch (name) {
                case "level" -> level = in.constant(LEVELS);
                case "approvedOn" -> approvedOn = in.date();
                default -> in.refuse();
            }
        }

        @Override
        final void judge(StreamedJudge judge) {
            judge.inHebei(item)
                    .is(national, level, CentreLevel.NATIONAL)
                    .sinceStart(since, approvedOn)
                    .byNow(byNow, approvedOn)
                    .decide();
        }
    }

    static final class Inspection extends Approved {

        private static final StreamedCheck NATIONAL = check(PlainCondition.NATIONAL_CENTRE);
        private static final StreamedCheck SINCE = check(PlainCondition.APPROVED_SINCE);
        private static final StreamedCheck BY_NOW = check(PlainCondition.APPROVED_BY_NOW);

        Inspection() {
            super(StreamedType.INSPECTION_CENTRE, PlainItem.NATIONAL_INSPECTION_CENTRE, NATIONAL, SINCE, BY_NOW);
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("InspectionCentre", condition);
        }
    }

    static final class Measurement extends Approved {

        private static final StreamedCheck NATIONAL = check(PlainCondition.NATIONAL_CENTRE);
        private static final StreamedCheck SINCE = check(PlainCondition.APPROVED_SINCE);
        private static final StreamedCheck BY_NOW = check(PlainCondition.APPROVED_BY_NOW);

        Measurement() {
            super(StreamedType.MEASUREMENT_CENTRE, PlainItem.NATIONAL_MEASUREMENT_CENTRE, NATIONAL, SINCE, BY_NOW);
        }

        private static StreamedCheck check(PlainCondition condition) {
            return StreamedCheck.of("MeasurementCentre", condition);
        }
    }

    static final class Zone extends StreamedClaim {

        private static final StreamedCheck SINCE = StreamedCheck.of("DemonstrationZone", PlainCondition.APPROVED_SINCE);
        private static final StreamedCheck BY_NOW =
                StreamedCheck.of("DemonstrationZone", PlainCondition.APPROVED_BY_NOW);

        private @Nullable LocalDate approvedOn;

        Zone() {
            super(StreamedType.DEMONSTRATION_ZONE);
        }

        @Override
        void readField(String name, StreamedMembers in) throws IOException {
            if (name.equals("approvedOn")) {
                approvedOn = in.date();
            } else {
                in.refuse();
            }
        }

        @Override
        void judge(StreamedJudge judge) {
            judge.zone(PlainItem.QUALITY_BRAND_ZONE)
                    .sinceStart(SINCE, approvedOn)
                    .byNow(BY_NOW, approvedOn)
                    .decide();
        }
    }
}
