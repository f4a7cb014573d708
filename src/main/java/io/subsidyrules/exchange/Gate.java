package io.subsidyrules.exchange;

import io.subsidyrules.admission.Admission;
import io.subsidyrules.admission.Lane;
import io.subsidyrules.admission.Lease;
import io.subsidyrules.admission.Place;
import io.subsidyrules.admission.Receipt;
import io.subsidyrules.admission.Refusal;
import io.subsidyrules.admission.Weight;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Route.Operation;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets a request through to its resource when its body is there, the budget has room for it and it is its turn; refuses
 * it at once where it cannot be. No thread but the event loop's is needed until then.
 */
@ApplicationScoped
class Gate {

    private static final Buffer NO_BODY = Buffer.buffer();

    private static final String PASSED = Gate.class.getName();

    private final Admission admission;
    private final ProblemAnswers answers;

    Gate(Admission admission, ProblemAnswers answers) {
        this.admission = admission;
        this.answers = answers;
    }

    /**
     * Goes on with the request, now or later, or answers it with a problem. What Quarkus sends to another path has
     * passed already.
     */
    void pass(RoutingContext exchange, Operation operation) {
        if (exchange.data().put(PASSED, true) != null) {
            exchange.next();
            return;
        }
        HttpServerRequest request = exchange.request();
        Lease lease = new Lease(admission.budget(), AskedWork.caller(request));
        Optional<Refusal> refusal = operation.work() == Work.OPERATION ? Optional.empty() : lease.grow(Weight.LEAST);
        if (refusal.isPresent()) {
            lease.release();
            refuse(exchange, refusal.get());
        } else if (BodyReading.isNeeded(request)) {
            BodyReading.begin(request, lease, new Read(exchange, operation, lease));
        } else {
            weigh(exchange, operation, lease, NO_BODY);
        }
    }

    /** Goes on with a request, depending on how its body was read. */
    private final class Read implements BodyReading.Outcome {

        private final RoutingContext exchange;
        private final Operation operation;
        private final Lease lease;

        Read(RoutingContext exchange, Operation operation, Lease lease) {
            this.exchange = exchange;
            this.operation = operation;
            this.lease = lease;
        }

        @Override
        public void whole(Buffer body) {
            weigh(exchange, operation, lease, body);
        }

        @Override
        public void tooLarge() {
            lease.release();
            sendLast(LocalisedProblem.of(ProblemType.TOO_LARGE));
        }

        @Override
        public void refused(Refusal why) {
            lease.release();
            admission.refused(why);
            sendLast(Refusals.problem(why));
        }

        @Override
        public void brokenOff() {
            lease.release();
        }

        private void sendLast(LocalisedProblem problem) {
            ConnectionWatch.end(exchange.request().connection());
            answers.sendLast(exchange.request(), problem);
        }
    }

    private void weigh(RoutingContext exchange, Operation operation, Lease lease, Buffer body) {
        HttpServerRequest request = exchange.request();
        if (!ConnectionWatch.answers(request.connection(), lease)) {
            lease.release();
            return;
        }
        ((RoutingContextInternal) exchange).setBody(body);
        Weight weight = AskedWork.weight(request, operation);
        long bytes = weight.of(body.getBytes());
        Work work = AskedWork.work(request, operation, bytes);
        if (work == Work.OPERATION) {
            exchange.next();
            return;
        }
        boolean records = operation.work() == Work.DECISION && work != Work.REPLAY;
        Optional<Place> place = records ? admission.backlog().place(lease.caller()) : Optional.empty();
        Optional<Refusal> refusal = records && place.isEmpty()
                ? Optional.of(Refusal.RECORDING_BEHIND)
                : lease.grow(bytes - Weight.LEAST - body.length());
        if (refusal.isPresent()) {
            place.ifPresent(Place::giveUp);
            refuse(exchange, refusal.get());
        } else {
            wait(exchange, admission.lane(work), new Share(lease, place));
        }
    }

    /** A request's share of the service while it waits and is worked on. */
    private record Share(Lease lease, Optional<Place> place) {

        /** One more works for it; false if nobody does any more. */
        boolean hold() {
            return lease.hold();
        }

        void release() {
            lease.release();
            giveUp();
        }

        void giveUp() {
            place.ifPresent(Place::giveUp);
        }
    }

    private void wait(RoutingContext exchange, Lane lane, Share share) {
        Context context = Vertx.currentContext();
        Receipt.mark(context, share.place());
        boolean waits = lane.enter(share.lease().caller(), () -> begin(exchange, context, lane, share), () -> {
            share.giveUp();
            context.runOnContext(late -> refuse(exchange, Refusal.WAITED));
        });
        if (!waits) {
            share.giveUp();
            refuse(exchange, Refusal.CROWDED);
        }
    }

    /** Has a worker go on with it; false if nobody waits for the answer any more. */
    private boolean begin(RoutingContext exchange, Context context, Lane lane, Share share) {
        if (!share.hold()) {
            share.giveUp();
            return false;
        }
        try {
            Future<?> unused = context.executeBlocking(
                    () -> {
                        try {
                            exchange.next();
                        } finally {
                            lane.leave();
                            share.release();
                        }
                        return true;
                    },
                    false);
            return true;
        } catch (RejectedExecutionException stopped) {
            share.release();
            return false;
        }
    }

    private void refuse(RoutingContext exchange, Refusal why) {
        if (!exchange.response().ended() && !exchange.response().closed()) {
            admission.refused(why);
            answers.send(exchange.request(), Refusals.problem(why));
        }
    }
}
