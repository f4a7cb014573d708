package io.subsidyrules.fault;

/**
 * Lines to copy, as a detail of a fault: their line breaks stay.
 *
 * @param lines the same in both languages
 */
public record Block(String lines) {

    @Override
    public String toString() {
        return lines;
    }
}
