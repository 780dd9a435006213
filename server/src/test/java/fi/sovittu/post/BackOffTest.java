package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void aMessageWaitsTwiceAsLongEachTimeAndAtMostAnHour() {
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(BackOff::wait).map(Duration::toMinutes))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    assertThat(BackOff.wait(Integer.MAX_VALUE)).isEqualTo(BackOff.LONGEST);
  }

  @Test
  void aServerThatIsAwayIsAskedEveryFiveMinutesAtLeast() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(BackOff::rest).map(Duration::toSeconds))
        .containsExactly(10L, 20L, 40L, 80L, 160L, 300L, 300L);
    assertThat(BackOff.rest(Integer.MAX_VALUE)).isEqualTo(BackOff.LONGEST_REST);
  }

  @Test
  void afterADayItIsOver() {
    assertThat(BackOff.isOver(Duration.ZERO, BackOff.LONGEST)).isFalse();
    assertThat(BackOff.isOver(Duration.ofHours(23), Duration.ofHours(1))).isFalse();
    assertThat(BackOff.isOver(Duration.ofHours(23), Duration.ofMinutes(61))).isTrue();
    assertThat(BackOff.isOver(Duration.ofDays(9), Duration.ZERO)).isTrue();
  }

  @Test
  void aMessageIsTriedThirtyTimesAtMost() {
    Duration age = Duration.ZERO;
    int attempts = 1;
    while (!BackOff.isOver(age, BackOff.wait(attempts))) {
      age = age.plus(BackOff.wait(attempts));
      attempts++;
    }
    assertThat(attempts).isEqualTo(29);
  }
}
