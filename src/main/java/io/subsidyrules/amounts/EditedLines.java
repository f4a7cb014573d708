package io.subsidyrules.amounts;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** Edits each line that is written, and passes it on as soon as it is whole. */
final class EditedLines extends FilterOutputStream {

    private final UnaryOperator<byte[]> edit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    EditedLines(OutputStream out, UnaryOperator<byte[]> edit) {
        super(out);
        this.edit = edit;
    }

    @Override
    public void write(int one) throws IOException {
        line.write(one);
        if (one == '\n') {
            out.write(edit.apply(line.toByteArray()));
            line.reset();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, from, i + 1 - from);
                out.write(edit.apply(line.toByteArray()));
                line.reset();
                from = i + 1;
            }
        }
        line.write(bytes, from, offset + length - from);
    }
}
