package io.subsidyrules.layout;

/**
 * The layout of a file would not have said the same as the file, so there is none. This is a fault of the program, and
 * not of the file.
 */
public final class LayoutFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    LayoutFailedException(String path) {
        super("The layout of %s would change what it says; the file is left as it is.".formatted(path));
        this.path = path;
    }

    /** The path of the file. */
    public String path() {
        return path;
    }
}
