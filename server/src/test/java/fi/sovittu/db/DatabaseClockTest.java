package fi.sovittu.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
  private static final Instant NOON = Instant.parse("2026-04-02T12:00:00Z");
  private static final long MILLI = 1_000_000;

  /** Near its end, where nanoTime turns negative. */
  private static final long START = Long.MAX_VALUE - 5 * MILLI;

  private final DatabaseClock clock = new DatabaseClock();

  @Test
  void isThisSystemsBeforeTheFirstMeasurement() {
    assertThat(clock.at(System.nanoTime())).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void goesOnFromTheMiddleOfTheQuestion() {
    clock.measured(NOON, START, START + 4 * MILLI);
    assertThat(clock.at(START + 2 * MILLI)).isEqualTo(NOON);
    assertThat(clock.at(START + 12 * MILLI)).isEqualTo(NOON.plusMillis(10));
  }

  @Test
  void doesNotWaverWithTheNetwork() {
    clock.measured(NOON, START, START + 2 * MILLI);
    clock.measured(NOON.plusMillis(1_030), START + 1_000 * MILLI, START + 1_100 * MILLI);
    assertThat(clock.at(START + MILLI + 2_000 * MILLI)).isEqualTo(NOON.plusSeconds(2));
  }

  @Test
  void aBetterMeasurementTakesThePlaceOfAPoorOne() {
    clock.measured(NOON, START, START + 800 * MILLI);
    clock.measured(NOON.plusMillis(900), START + 1_000 * MILLI, START + 1_002 * MILLI);
    assertThat(clock.at(START + 1_001 * MILLI)).isEqualTo(NOON.plusMillis(900));
  }

  @Test
  void followsAStepEitherWay() {
    clock.measured(NOON, START, START + 2 * MILLI);
    clock.measured(NOON.plusSeconds(3_600), START, START + 2 * MILLI);
    assertThat(clock.at(START + MILLI)).isEqualTo(NOON.plusSeconds(3_600));
    clock.measured(NOON.minusSeconds(60), START, START + 2 * MILLI);
    assertThat(clock.at(START + MILLI)).isEqualTo(NOON.minusSeconds(60));
  }
}
