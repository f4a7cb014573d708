package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Yuan;
import org.junit.jupiter.api.Test;

class CountRoomTest {

    private static Yuan yuan(int yuan) {
        return Yuan.of(yuan + ".00");
    }

    @Test
    void aClaimThatWasRefusedGetsThePlaceOfACheaperOneWithWhatItHasAndMore() {
        CountRoom room = new CountRoom(1);
        room.counted(0, yuan(2000));
        room.refused(1, yuan(2000));
        assertThat(room.most(0, yuan(500))).isEqualTo(yuan(500));
        assertThat(room.most(1, yuan(1000))).isEqualTo(yuan(1000));
        assertThat(room.most(2, yuan(2500))).isEqualTo(yuan(500));
        room.take(1, yuan(1000), yuan(1000));
        assertThat(room.most(1, yuan(1))).isEqualTo(yuan(1));
        assertThat(room.most(0, yuan(900))).isEqualTo(yuan(0));
        assertThat(room.most(0, yuan(1500))).isEqualTo(yuan(500));
    }

    @Test
    void severalAwardsOfAClaimGetAPlaceTogether() {
        CountRoom room = new CountRoom(1);
        room.counted(0, yuan(3500));
        room.refused(1, yuan(2000));
        assertThat(room.most(1, yuan(1000))).isEqualTo(yuan(0));
        room.take(1, yuan(1000), yuan(0));
        assertThat(room.most(1, yuan(1000))).isEqualTo(yuan(500));
    }

    @Test
    void anAwardIsSeenTogetherWithOthersThatAreExpected() {
        CountRoom room = new CountRoom(1);
        room.counted(0, yuan(2500));
        room.expect(1, yuan(2000));
        room.expect(1, yuan(1000));
        assertThat(room.most(1, yuan(2000))).isEqualTo(yuan(500));
        assertThat(room.next(1, yuan(2000))).isEqualTo(yuan(0));
        assertThat(room.most(2, yuan(2600))).isEqualTo(yuan(100));
    }

    @Test
    void noPlaceIsNone() {
        assertThat(new CountRoom(0).most(0, yuan(1))).isEqualTo(yuan(0));
    }
}
