package io.subsidyrules.folder;

/**
 * A reason why a file of a folder was not read.
 *
 * @param path from the folder, with forward slashes; the folder itself is empty
 */
public record Trouble(String path, Kind kind) {

    /** The reasons. */
    public enum Kind {
        /** It may not be read, leads nowhere, or is a pipe, a device or a socket. */
        UNREADABLE,
        /** It is a link that leads out of the folder, or to a file that is not looked for in it. */
        OUTSIDE,
        /** It has several names on the disk, and others may be those of a file that is not to be read here. */
        LINKED,
        /** It was replaced or written while it was read. */
        UNSETTLED,
        /** The folder has more files than are read, of which the others are left out. */
        TOO_MANY,
        /** The files are larger together than what is read, of which the others are left out. */
        TOO_LARGE
    }
}
