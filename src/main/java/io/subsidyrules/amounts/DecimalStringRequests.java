package io.subsidyrules.amounts;

import io.subsidyrules.http.Body;
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

    /** Reads the body when the first byte is asked for, by the thread that may wait for it. */
    private final class Unquoted extends InputStream {

        private final InputStream sent;
        private @Nullable InputStream unquoted;

        Unquoted(InputStream sent) {
            this.sent = sent;
        }

        private InputStream unquoted() throws IOException {
            if (unquoted == null) {
                byte[] body = sent.readNBytes(Body.LIMIT + 1);
                boolean whole = body.length <= Body.LIMIT;
                unquoted = new ByteArrayInputStream(
                        whole ? UnquotedAmounts.in(body, live.current().book().vocabulary()) : body);
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
