package io.subsidyrules.storage.diagnosis;

import java.util.regex.Pattern;

/**
 * The reason why a database cannot be used.
 *
 * @param said what the database, its driver or the system said of it, on one line, without secrets; empty if that is
 *     nothing
 */
public record Unusable(UnusableCause cause, String said) {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LONGEST = 500;

    public Unusable {
        said = BREAKS.matcher(said).replaceAll(" ").strip();
        said = said.length() > LONGEST ? said.substring(0, LONGEST) + " ..." : said;
    }

    public Unusable(UnusableCause cause) {
        this(cause, "");
    }

    /** Whether it is the same as another one, however that is put. */
    public boolean isSame(Unusable other) {
        return cause == other.cause && (cause != UnusableCause.REFUSED || said.equals(other.said));
    }
}
