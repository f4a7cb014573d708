package io.subsidyrules.dialect.source;

/** The places in the reading of a rules folder at which it can be given up, one for each file. */
public interface CancellationPoint {

    /** Never gives up. */
    CancellationPoint NONE = file -> {};

    /**
     * Tells that a file is about to be looked at.
     *
     * @param file its path in the rules folder, or the path of a folder in it
     * @throws RuntimeException to give up
     */
    void reached(String file);
}
