package fi.sovittu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.Problem;
import org.junit.jupiter.api.Test;

class WrongCodesTest {
  private static final String HALL = "192.0.2.1";

  private long now = 1_000_000;
  private final WrongCodes codes = new WrongCodes(() -> now);

  private void guess(String address, int times) {
    for (int i = 0; i < times; i++) {
      codes.mustBeAllowed(address, "AAAAA" + i);
      codes.wrong(address);
    }
  }

  private void refuses(String address, String code) {
    assertThatThrownBy(() -> codes.mustBeAllowed(address, code))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(Problem.Code.TOO_MANY_TRIES));
  }

  @Test
  void aWholeHallMayMistypeAndARightCodeCostsNothing() {
    for (int i = 0; i < 100_000; i++) {
      codes.mustBeAllowed(HALL, "RIGHT2");
      codes.right(HALL, "RIGHT2");
    }
    guess(HALL, WrongCodes.FROM_ADDRESS);
    refuses(HALL, "BBBBBB");
    // The hall goes on joining, also in small letters, and others elsewhere do.
    codes.mustBeAllowed(HALL, "right2");
    codes.mustBeAllowed("192.0.2.2", "RIGHT2");
  }

  @Test
  void whoGuessesLearnsLittle() {
    guess(HALL, WrongCodes.FROM_ADDRESS);
    // A right guess is refused like any other.
    refuses(HALL, "RIGHT2");
    now += WrongCodes.ADDRESS_REFILL_MILLIS;
    guess(HALL, 1);
    refuses(HALL, "RIGHT2");
    now += WrongCodes.ADDRESS_REFILL_MILLIS * WrongCodes.FROM_ADDRESS * 2;
    guess(HALL, WrongCodes.FROM_ADDRESS);
    refuses(HALL, "RIGHT2");
  }

  @Test
  void manyAddressesTogetherLearnLittleToo() {
    codes.right(HALL, "RIGHT2");
    int addresses = WrongCodes.FROM_ALL / WrongCodes.FROM_ADDRESS;
    for (int i = 0; i <= addresses; i++) {
      String address = "address " + i;
      int times =
          i < addresses ? WrongCodes.FROM_ADDRESS : WrongCodes.FROM_ALL % WrongCodes.FROM_ADDRESS;
      guess(address, times);
    }
    refuses("another", "RIGHT2");
    assertThatCode(() -> codes.mustBeAllowed(HALL, "RIGHT2")).doesNotThrowAnyException();
    now += WrongCodes.ALL_REFILL_MILLIS;
    assertThatCode(() -> codes.mustBeAllowed("another", "RIGHT2")).doesNotThrowAnyException();
  }
}
