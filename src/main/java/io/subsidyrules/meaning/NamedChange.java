package io.subsidyrules.meaning;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/**
 * A change that no row shows, since no single request does.
 *
 * @param subject the limit, the item or the field that it is about
 */
public record NamedChange(Kind kind, Text subject) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NamedChange.class);

    /** The kinds of such changes. */
    public enum Kind {
        /** A limit over several awards is new, is no longer there or says something else. */
        LIMIT,
        /** An item is new. */
        NEW_ITEM,
        /** An item is no longer there. */
        REMOVED_ITEM,
        /** A field that rules read is declared in another way, so that requests can have other values. */
        FIELD
    }

    /** The change in words. */
    public Text words() {
        return TEXTS.text(kind.name(), subject);
    }
}
