package io.subsidyrules.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pages of the catalogue, in one language. */
final class PolicyView {

    private PolicyView() {}

    /**
     * A policy in the list of policies.
     *
     * @param currency of its amounts; empty for yuan
     */
    record Listed(
            String id,
            String title,
            String issuer,
            LocalDate issued,
            Optional<String> currency,
            int measures,
            int items) {}

    /**
     * A policy with all its measures.
     *
     * @param currency of its amounts; empty for yuan
     */
    record Whole(
            String id,
            String title,
            String issuer,
            LocalDate issued,
            String source,
            Optional<String> currency,
            List<Note> readings,
            List<Measure> measures,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Table> tables,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Values> lists) {}

    /**
     * A table that rules read, or a column of an enum.
     *
     * @param keys the titles of what it is looked up by, one for each cell of a row
     */
    record Table(String name, String title, List<String> keys, List<Row> rows) {}

    /** A row of a table: the values for which it counts, in words, and its number. */
    record Row(
            List<String> cells,
            BigDecimal number,
            @JsonIgnore String told) {}

    /** A list that rules read: how many values it has. */
    record Values(
            String name,
            String title,
            int count,
            @JsonIgnore String told) {}

    /** An interpretation note. */
    record Note(String id, String text) {}

    /**
     * A measure.
     *
     * @param currency of its amounts; empty for yuan
     */
    record Measure(
            String policy,
            Optional<String> currency,
            int number,
            String title,
            String summary,
            List<Aim> targets,
            List<Clause> clauses) {}

    /** A target of the programme. */
    record Aim(
            String id,
            String title,
            Target.Comparison comparison,
            BigDecimal value,
            String unit,
            Target.Period period,
            Optional<Integer> from,
            Optional<LocalDate> by,
            Optional<String> item) {}

    record Clause(
            String number,
            String title,
            String summary,
            Optional<String> reason,
            List<Item> items,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Limit> limits) {}

    /** A limit over several awards: all of it as a short text; from when, to when, and how doubtful places are read. */
    record Limit(
            String text,
            LocalDate inForceFrom,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LocalDate> inForceUntil,
            List<Note> readings,
            @JsonIgnore Told told) {}

    /** An item with its rules, one for each period in force. */
    record Item(String item, String title, String clause, Outcome outcome, String factType, List<Rule> rules) {}

    /** A rule: all of it as a short text; from when, to when, how much, per what, and the conditions. */
    @JsonPropertyOrder({"text", "inForceFrom", "inForceUntil", "decides"})
    record Rule(
            String text,
            LocalDate inForceFrom,
            Optional<LocalDate> inForceUntil,
            Optional<String> decides,
            Optional<Amount> amount,
            String per,
            List<Condition> conditions,
            List<Note> readings,
            @JsonIgnore Told told) {}

    /**
     * A rule as its page tells it: what it gives, on which conditions, and how doubtful places are read, each in short.
     */
    record Told(String gives, List<String> conditions, List<String> readings) {}

    /**
     * A fixed amount; or a rate in per cent of a source field up to a ceiling; or an amount made of parts, in words, up
     * to a ceiling if it has one; in the currency of the policy.
     */
    record Amount(
            Optional<BigDecimal> fixed,
            @JsonProperty("ratePercent") Optional<BigDecimal> rate,
            Optional<String> source,
            Optional<String> words,
            Optional<BigDecimal> ceiling) {}

    /** A condition as the rule writes it, in plain words, and the fields that it reads. */
    record Condition(String condition, String text, List<String> reads) {}
}
