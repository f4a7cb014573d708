package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a rule, after the word {@code rule}. */
final class RuleParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuleParser.class);
    private static final Set<String> ATTRIBUTES = Set.of("date-effective", "date-expires");
    private static final Set<String> BEHIND_PATTERNS = Set.of("from", "over");
    private static final Set<String> DROOLS = Set.of(
            "salience",
            "dialect",
            "enabled",
            "no-loop",
            "lock-on-active",
            "auto-focus",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "timer",
            "calendars",
            "duration",
            "refract",
            "direct");
    private static final Text RULE_NAME = TEXTS.text("nameOfRule");
    private static final Text ATTRIBUTE = TEXTS.text("attributeOrWhen");
    private static final List<String> BEFORE_CONDITIONS = List.of(
            "extends",
            "@clause",
            "@item",
            "@per",
            "@reading",
            "@decides",
            "@en",
            "@zh",
            "date-effective",
            "date-expires",
            "when");

    private final TokenCursor cursor;
    private final PatternParser parts;
    private boolean complete = true;

    private RuleParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.parts = new PatternParser(cursor);
    }

    static Syntax.RuleDeclare rule(TokenCursor cursor) {
        return new RuleParser(cursor).rule();
    }

    private Syntax.RuleDeclare rule() {
        cursor.form(Form.RULE);
        Syntax.Name name = cursor.string(RULE_NAME);
        Optional<Syntax.Name> parent = Optional.empty();
        List<Syntax.Annotation> annotations = new ArrayList<>();
        List<Syntax.Attribute> attributes = new ArrayList<>();
        List<Syntax.Pattern> patterns = new ArrayList<>();
        Optional<Syntax.Consequence> consequence = Optional.empty();
        Optional<Syntax.Limit> limit = Optional.empty();
        try {
            if (name.text().isBlank() || name.text().length() > Limits.NAME) {
                cursor.faults().add(name.place(), FaultCode.TOO_LONG, RULE_NAME, Limits.NAME);
                cursor.faults().settle(name.place());
            }
            if (Characters.isForeign(name.text())) {
                cursor.faults()
                        .add(name.place(), FaultCode.LOOKALIKE_CHARACTER, name.text(), Characters.ANOTHER_SCRIPT);
                cursor.faults().settle(name.place());
            }
            parent = cursor.skip("extends") ? Optional.of(cursor.string(TEXTS.text("ruleExtended"))) : Optional.empty();
            annotations.addAll(DeclareParser.annotations(cursor));
            attributes(annotations, attributes);
            cursor.expect("when");
            patterns(patterns);
            then();
            if (LimitParser.begins(cursor)) {
                limit = Optional.of(new LimitParser(cursor).limit());
            } else if (!cursor.is("end") && !unfinished()) {
                consequence = Optional.of(new ConsequenceParser(cursor).consequence());
            }
            end(name);
        } catch (SyntaxException fault) {
            complete = false;
            fault.addTo(cursor.faults());
            cursor.skipSection();
        }
        return new Syntax.RuleDeclare(
                name,
                parent,
                annotations,
                attributes,
                patterns,
                parts.awards(),
                consequence,
                limit,
                complete && parts.isComplete());
    }

    private boolean unfinished() {
        return cursor.atEnd() || cursor.atSection();
    }

    /** Passes the word then; where an outcome shows that it was forgotten, goes on as if it stood here. */
    private void then() {
        if (!cursor.skip("then")) {
            SyntaxException missing = cursor.expected(Token.quote("then"));
            if (!ConsequenceParser.begins(cursor)) {
                throw missing;
            }
            missing.addTo(cursor.faults());
        }
    }

    private void end(Syntax.Name name) {
        if (unfinished()) {
            complete = false;
            cursor.missingEnd(name.place(), TEXTS.text("rule", name.text()));
        } else if (!cursor.skip("end")) {
            throw ConsequenceParser.afterOutcome(cursor);
        }
    }

    private void attributes(List<Syntax.Annotation> annotations, List<Syntax.Attribute> attributes) {
        while (!cursor.is("when")) {
            Syntax.Name name = cursor.name(ATTRIBUTE);
            if (DROOLS.contains(name.text())) {
                cursor.faults()
                        .add(name.place(), FaultCode.ATTRIBUTE_REFUSED, name.text(), TEXTS.text("takeOutAttribute"));
                skipValue();
                annotations.addAll(DeclareParser.annotations(cursor));
                continue;
            }
            attributes.add(new Syntax.Attribute(attribute(name), cursor.string(TEXTS.text("date")), name.place()));
            if (cursor.is("@")) {
                throw cursor.expected(ATTRIBUTE);
            }
        }
    }

    /** The attribute that a name is, or with a fault the one that it probably means. */
    private String attribute(Syntax.Name name) {
        if (ATTRIBUTES.contains(name.text())) {
            return name.text();
        }
        SyntaxException refused = new SyntaxException(
                name.place(),
                FaultCode.ATTRIBUTE_REFUSED,
                name.text(),
                Spelling.remedy(name.text(), BEFORE_CONDITIONS));
        String meant = Spelling.nearest(name.text(), ATTRIBUTES)
                .filter(date -> cursor.isKind(Token.Kind.STRING))
                .orElseThrow(() -> refused);
        refused.addTo(cursor.faults());
        return meant;
    }

    /** Passes the value of an attribute of Drools: all up to what can follow it. */
    private void skipValue() {
        while (!cursor.is("when") && !cursor.is("then") && !cursor.is("@") && !unfinished()) {
            String word = cursor.peek().text();
            if (cursor.isKind(Token.Kind.NAME) && (ATTRIBUTES.contains(word) || DROOLS.contains(word))) {
                return;
            }
            cursor.next();
        }
    }

    private void patterns(List<Syntax.Pattern> patterns) {
        while (!atOutcome() && !unfinished()) {
            if (parts.beginsAwards()) {
                parts.condition();
            } else if (parts.beginsMembers()) {
                parts.members().ifPresent(patterns::add);
            } else if (!isRefused()) {
                parts.pattern().ifPresent(patterns::add);
            }
            if (patterns.size() > Limits.CONDITIONS) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("conditions"), Limits.CONDITIONS);
            }
        }
    }

    /** Passes what Drools can begin a condition with, or put behind one, with a fault; whether it stood here. */
    private boolean isRefused() {
        Token word = cursor.peek();
        if (!word.isKind(Token.Kind.NAME) || !PatternParser.NOT_PATTERNS.contains(word.text())) {
            return false;
        }
        complete = false;
        cursor.faults().add(word.place(), FaultCode.PATTERN_REFUSED, word.quoted(), instead(word.text()));
        cursor.next();
        if (BEHIND_PATTERNS.contains(word.text())) {
            skipSource();
        } else {
            cursor.skipGroup();
        }
        return true;
    }

    private static Text instead(String word) {
        return switch (word) {
            case "accumulate", "acc", "collect", "groupby" -> Form.NOT_THERE;
            case "from", "over" -> TEXTS.text("takeOutSource");
            case "or", "and" -> TEXTS.text("connectInside");
            case "eval" -> TEXTS.text("compareInside");
            default -> TEXTS.text("compareOpposite");
        };
    }

    /** Passes what facts would come from: a window, an entry point, a collection. */
    private void skipSource() {
        int from = cursor.position();
        while (!atOutcome() && !unfinished() && !(cursor.peek().first() && cursor.position() != from)) {
            cursor.next();
        }
    }

    private boolean atOutcome() {
        return cursor.is("then") || (cursor.is("end") && cursor.peek().first()) || ConsequenceParser.begins(cursor);
    }
}
