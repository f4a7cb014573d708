package io.subsidyrules.page;

/**
 * A link of a page.
 *
 * @param href relative to the page
 * @param lang the tag of the language of its text and of the page that it leads to
 */
public record Link(String href, String text, String lang) {}
