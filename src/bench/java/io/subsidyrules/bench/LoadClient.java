package io.subsidyrules.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Sends requests over 16 connections from one thread, each when the last one on its connection is answered. */
interface LoadClient {

    /** So many connections. */
    int CONNECTIONS = 16;

    /** The name of the client, for a report. */
    String name();

    /**
     * Sends the requests in turn.
     *
     * @param path the path of a request at that server
     * @throws IllegalStateException where a request is not answered
     */
    Turn run(Server server, List<Exchange> exchanges, Function<Exchange, String> path, int seconds)
            throws IOException, InterruptedException;

    /** The client {@code wrk} where this machine has it, else one of this project. */
    static LoadClient find() {
        return Wrk.isThere() ? new Wrk() : new OwnClient();
    }
}
