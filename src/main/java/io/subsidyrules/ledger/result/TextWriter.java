package io.subsidyrules.ledger.result;

import java.io.IOException;
import java.io.OutputStream;

/** Something that writes a text in UTF-8. */
public interface TextWriter {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
}
