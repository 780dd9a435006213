package fi.sovittu.live;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void aFewWhoWaitSlowNothingDown() {
    assertThat(Pace.VOTES.pause(0)).isEqualTo(Pace.PAUSE_MILLIS);
    assertThat(Pace.VOTES.pause(Pace.CROWDED - 1)).isEqualTo(Pace.PAUSE_MILLIS);
  }

  @Test
  void aCrowdComesBeforeTalliesMoreThanBeforeWhatAChairDoes() {
    int crowd = 8 * Pace.CROWDED;
    assertThat(Pace.VOTES.pause(crowd)).isEqualTo(50);
    assertThat(Pace.COMMANDS.pause(crowd)).isEqualTo(16);
  }

  @Property
  void whoeverWaitsThePauseIsNeitherZeroNorWithoutEnd(
      @ForAll Pace pace, @ForAll @IntRange(min = 0, max = 1_000_000) int waiting) {
    assertThat(pace.pause(waiting)).isBetween(Pace.PAUSE_MILLIS, 50L);
    assertThat(pace.pause(waiting + 1)).isGreaterThanOrEqualTo(pace.pause(waiting));
  }
}
