package io.subsidyrules.amounts;

import io.subsidyrules.rulesets.LiveRuleset;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Makes numbers of the strings in requests whose amounts are strings, before anyone reads them. */
@Provider
public final class DecimalStringRequests implements ReaderInterceptor {

    private final LiveRuleset live;

    DecimalStringRequests(LiveRuleset live) {
        this.live = live;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (DecimalStrings.isAsked(context.getProperty(DecimalStrings.PROPERTY))) {
            context.setInputStream(new Unquoted(context.getInputStream()));
        }
        return context.proceed();
    }

    /** Reads the body when the first byte is asked for. */
    private final class Unquoted extends InputStream {

        private final InputStream sent;
        private @Nullable InputStream unquoted;

        Unquoted(InputStream sent) {
            this.sent = sent;
        }

        private InputStream unquoted() throws IOException {
            if (unquoted == null) {
                byte[] numbers = UnquotedAmounts.in(
                        sent.readAllBytes(), live.current().book().vocabulary());
                unquoted = new ByteArrayInputStream(numbers);
            }
            return unquoted;
        }

        @Override
        public int read() throws IOException {
            return unquoted().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return unquoted().read(bytes, offset, length);
        }
    }
}
