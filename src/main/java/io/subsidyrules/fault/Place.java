package io.subsidyrules.fault;

/**
 * A place in a rule file or a policy file.
 *
 * @param file the path relative to the rules folder, with forward slashes
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    /** The beginning of the file. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
