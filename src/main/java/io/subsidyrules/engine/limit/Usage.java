package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a limit that is used at one time.
 *
 * @param used what the awards come to that it counts
 * @param counted how many claims they are of
 * @param first the first of those who use it
 * @param others how many more they are
 * @param last the last of all; empty if there is none
 */
record Usage(Yuan used, int counted, List<User> first, int others, Optional<User> last) {

    static final Usage NONE = new Usage(Yuan.ZERO, 0, List.of(), 0, Optional.empty());

    /** More are not named, since a sentence is read by people. */
    private static final int MOST_NAMED = 5;

    Usage {
        first = List.copyOf(first);
    }

    /** With one more award. */
    Usage and(User user, Yuan amount, boolean anotherClaim) {
        boolean known = last.filter(user::equals).isPresent() || first.contains(user);
        List<User> named = first;
        if (!known && first.size() < MOST_NAMED) {
            named = new ArrayList<>(first);
            named.add(user);
        }
        return new Usage(
                used.plus(amount),
                anotherClaim ? counted + 1 : counted,
                named,
                known || named.size() > first.size() ? others : others + 1,
                Optional.of(user));
    }

    /** The claims that are counted without one of them, whose awards have a place already. */
    Usage withoutClaim(String id) {
        User user = User.ofClaim(id);
        boolean named = first.contains(user);
        boolean counts = named || last.filter(user::equals).isPresent();
        if (!counts) {
            return this;
        }
        List<User> rest = first.stream().filter(one -> !one.equals(user)).toList();
        Optional<User> lastOfRest = rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(rest.size() - 1));
        return new Usage(
                used,
                counted - 1,
                rest,
                named ? others : others - 1,
                last.filter(user::equals).isPresent() ? lastOfRest : last);
    }
}
