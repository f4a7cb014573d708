package io.subsidyrules.floor;

/** What an item can ask for: the field that it reads, how an answer cites it, and its plain words. */
enum PlainCondition {
    IN_FORCE("asOf", "date-effective \"2022-09-06\"", "in force from 6 September 2022"),

    IN_HEBEI("divisionCode", "divisionCode str[startsWith] \"13\"", "registered in Hebei"),
    ENTERPRISE("kind", "kind == ApplicantKind.ENTERPRISE", "the kind of applicant is enterprise"),
    ZONE("kind", "kind == ApplicantKind.ZONE", "the kind of applicant is demonstration zone operator"),
    MANUFACTURER("industry", "industry == Industry.MANUFACTURING", "the industry is manufacturing"),
    SMALL_OR_MICRO(
            "size",
            "size in ( EnterpriseSize.SMALL, EnterpriseSize.MICRO )",
            "the size of the enterprise is small or micro"),
    IN_CLUSTER(
            "countyCluster",
            "countyCluster == true",
            "a member of one of the 107 county characteristic industrial clusters"),
    LEADS_CLUSTER(
            "clusterLeader",
            "clusterLeader == true",
            "the leading enterprise of a county characteristic industrial cluster"),
    TRADES_ABROAD("foreignTrade", "foreignTrade == true", "engaged in foreign trade"),
    CULTIVATED(
            "worldClassCultivation",
            "worldClassCultivation == true",
            "in the provincial list of enterprises cultivated to world class"),
    NEW_ECONOMY("newEconomy", "newEconomy == true", "of a new industry, format or business model"),
    ESTABLISHED(
            "establishedOn",
            "asOf >= establishedOn",
            "the date of establishment is not after the date of the evaluation"),
    FIRST_YEAR_RUNS(
            "establishedOn",
            "asOf < establishedOn.plusYears( 1 )",
            "less than one year since the date of establishment"),
    FIRST_YEAR_IS_OVER(
            "establishedOn",
            "asOf >= establishedOn.plusYears( 1 )",
            "at least one year since the date of establishment"),
    SECOND_YEAR_RUNS(
            "establishedOn",
            "asOf < establishedOn.plusYears( 2 )",
            "less than two years since the date of establishment"),

    LISTED("listed", "listed == true", "listed as a leader"),
    HOST("role", "role == DraftingRole.HOST", "the role in drafting the standard is host"),
    INTERNATIONAL_STANDARD(
            "level", "level == StandardLevel.INTERNATIONAL", "the level of the standard is international"),
    NATIONAL_STANDARD("level", "level == StandardLevel.NATIONAL", "the level of the standard is national"),
    INDUSTRY_STANDARD("level", "level == StandardLevel.INDUSTRY", "the level of the standard is industry"),
    DRAFTER("drafter", "drafter == true", "a drafter of the standard that won the prize"),
    FIRST_PRIZE("prize", "prize == Prize.FIRST", "the grade of the prize is first prize"),
    SECOND_PRIZE("prize", "prize == Prize.SECOND", "the grade of the prize is second prize"),
    THIRD_PRIZE("prize", "prize == Prize.THIRD", "the grade of the prize is third prize"),
    UNDERTAKEN("undertaken", "undertaken == true", "undertaken by the applicant"),
    NATIONAL_BASE("level", "level == BaseLevel.NATIONAL", "the level of the base is national"),
    NATIONAL_PILOT("level", "level == PilotLevel.NATIONAL", "the level of the pilot is national"),
    PROVINCIAL_PILOT("level", "level == PilotLevel.PROVINCIAL", "the level of the pilot is provincial"),
    EXECUTIVE("executiveRole", "executiveRole == true", "hired as a quality executive"),
    IN_PLAN("provincialPlan", "provincialPlan == true", "in the provincial science and technology plan"),
    BREAKTHROUGH(
            "majorBreakthrough",
            "majorBreakthrough == true",
            "a major breakthrough in a common or core technology of an industry"),
    FUNDED("approvedFunding", "approvedFunding > 0", "the approved funding in yuan is more than 0"),
    SPENT("approvedExpenses", "approvedExpenses > 0", "the sum of the approved expenses in yuan is more than 0"),
    NATIONAL_CENTRE("level", "level == CentreLevel.NATIONAL", "the level of the centre is national"),
    PROVINCIAL_CENTRE("level", "level == CentreLevel.PROVINCIAL", "the level of the centre is provincial"),
    RECOGNISED_SINCE(
            "recognisedOn", "recognisedOn >= \"2022-09-06\"", "the date of recognition is not before 6 September 2022"),
    RECOGNISED_BY_NOW(
            "recognisedOn", "recognisedOn <= asOf", "the date of recognition is not after the date of the evaluation"),
    APPROVED_SINCE("approvedOn", "approvedOn >= \"2022-09-06\"", "the date of approval is not before 6 September 2022"),
    APPROVED_BY_NOW("approvedOn", "approvedOn <= asOf", "the date of approval is not after the date of the evaluation");

    final String field;
    final String source;
    final String text;

    PlainCondition(String field, String source, String text) {
        this.field = field;
        this.source = source;
        this.text = text;
    }
}
