package io.subsidyrules.notice;

import io.subsidyrules.fault.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The first thousand notices that are found of some kind; of a file of nothing but oddities more would fill the memory.
 */
final class NoticeList {

    /** The most of them. */
    static final int MOST = 1_000;

    private final List<Notice> notices = new ArrayList<>();

    void add(Place place, NoticeCode code, Object... details) {
        if (notices.size() < MOST) {
            notices.add(Notice.of(place, code, details));
        }
    }

    List<Notice> all() {
        return List.copyOf(notices);
    }

    /** The beginning of a policy's own file. */
    static Place startOf(String policy) {
        return Place.startOf(policy + "/policy.yaml");
    }
}
