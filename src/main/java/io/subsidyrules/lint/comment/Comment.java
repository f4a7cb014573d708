package io.subsidyrules.lint.comment;

import io.subsidyrules.fault.Place;

/**
 * A line of a comment.
 *
 * @param text without the signs around it, and without blanks at its ends
 * @param alone whether nothing else is on the line
 */
public record Comment(Place place, String text, boolean alone) {}
