package fi.sovittu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HabitsTest {
  @Test
  void votesBurstAtFirstAndEnd() {
    Habits habits = new Habits(new SplittableRandom(1), Pace.NATURAL);
    long mean = Pace.NATURAL.thinking().toMillis();
    List<Long> millis = LongStream.range(0, 1_000).map(i -> habits.thinkMillis()).boxed().toList();

    assertThat(millis)
        .allMatch(m ->
            m >= Habits.REACTION_MILLIS && m <= Habits.REACTION_MILLIS + Habits.LONGEST * mean);
    assertThat(millis.stream().filter(m -> m < mean).count()).isGreaterThan(500);
  }

  @Test
  void aPartOfThePeopleIsRestless() {
    long restless =
        LongStream.range(0, 1_000)
            .filter(i -> new Habits(new SplittableRandom(i), Pace.NATURAL).isRestless())
            .count();

    assertThat(restless).isBetween(250L, 350L);
  }

  @Test
  void arrivalsTakeTwentySecondsForADayAndAMinuteAtMost() {
    assertThat(130 * Pace.NATURAL.gapMillis(130)).isBetween(19_000.0, 21_000.0);
    assertThat(10_000 * Pace.NATURAL.gapMillis(10_000)).isEqualTo(60_000);
  }

  @Test
  void retriesComeLaterEachTimeAndNeverTooLate() {
    SplittableRandom random = new SplittableRandom(1);

    assertThat(BackOff.millis(1, random)).isBetween(200L, 400L);
    assertThat(BackOff.millis(3, random)).isBetween(800L, 1_600L);
    assertThat(BackOff.millis(1_000, random)).isBetween(5_000L, BackOff.LONGEST_MILLIS);
  }
}
