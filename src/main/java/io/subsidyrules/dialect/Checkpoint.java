package io.subsidyrules.dialect;

/** The places in the reading of a rules folder at which it can be given up, one for each file. */
public interface Checkpoint {

    /** Never gives up. */
    Checkpoint NONE = file -> {};

    /**
     * Tells that a file is about to be looked at.
     *
     * @param file its path in the rules folder, or the path of a folder in it
     * @throws RuntimeException to give up
     */
    void reached(String file);
}
