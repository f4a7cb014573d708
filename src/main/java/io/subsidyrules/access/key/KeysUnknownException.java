package io.subsidyrules.access.key;

/** It cannot be told whether a key is valid: the database has not told it for some time. */
public final class KeysUnknownException extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnknownException() {
        super(null, null, false, false);
    }
}
