package io.subsidyrules.page;

import java.util.List;

/**
 * The entries of a form as the answering page keeps them: each of its buttons sends them again. So none of them is in
 * an address, which browsers, proxies and logs keep.
 */
public record Resent(List<Field> fields, List<Button> buttons) {

    public Resent {
        fields = List.copyOf(fields);
        buttons = List.copyOf(buttons);
    }

    /** A field of the form. */
    public record Field(String name, String value) {}

    /**
     * A button.
     *
     * @param action where it sends the fields to, relative to the page
     * @param name under which it tells that it was pressed
     * @param lang the tag of the language of its text and of the page that it leads to
     */
    public record Button(String action, String name, String lang, String text) {}
}
