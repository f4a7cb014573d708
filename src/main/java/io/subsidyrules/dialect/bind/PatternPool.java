package io.subsidyrules.dialect.bind;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.HashMap;
import java.util.Map;

/** The patterns of all files, in RE2/J's language, each made once; together they are bounded. Not thread-safe. */
public final class PatternPool {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PatternPool.class);
    private static final Text TOO_LARGE = TEXTS.text("repetitions", PatternSize.MOST);
    private static final Text TOO_MANY = TEXTS.text("patternSteps");

    private final Map<String, Pattern> known = new HashMap<>();
    private long size;

    /** The pattern that a file writes. */
    Pattern of(Syntax.Name value) {
        Pattern pattern = known.get(value.text());
        if (pattern == null) {
            pattern = compiled(value);
            known.put(value.text(), pattern);
        }
        return pattern;
    }

    private Pattern compiled(Syntax.Name value) {
        long own = PatternSize.of(value.text());
        if (own > PatternSize.MOST) {
            throw new SyntaxException(value.place(), FaultCode.BAD_PATTERN, TOO_LARGE);
        }
        if (size + own > Limits.PATTERNS) {
            throw new SyntaxException(value.place(), FaultCode.TOO_MANY, TOO_MANY, Limits.PATTERNS);
        }
        try {
            Pattern pattern = Pattern.compile(value.text());
            size += own;
            return pattern;
        } catch (PatternSyntaxException wrong) {
            throw new SyntaxException(
                    value.place(), FaultCode.BAD_PATTERN, new Text(wrong.getDescription(), "正则表达式的写法有误"));
        }
    }
}
