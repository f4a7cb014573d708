package io.subsidyrules.meaning;

import io.subsidyrules.text.Text;

/**
 * An item of which it is not proved that all is shown.
 *
 * @param reason the reason in words, without a full stop
 */
public record Unproved(MeantItem item, Text reason) {}
