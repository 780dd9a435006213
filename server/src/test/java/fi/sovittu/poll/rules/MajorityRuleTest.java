package fi.sovittu.poll.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MajorityRuleTest {
  private static final Map<MajorityRule, int[]> SHARES =
      Map.of(
          MajorityRule.TWO_THIRDS, new int[] {2, 3},
          MajorityRule.THREE_QUARTERS, new int[] {3, 4},
          MajorityRule.FOUR_FIFTHS, new int[] {4, 5},
          MajorityRule.CONSENSUS, new int[] {1, 1});

  @Example
  void whatPeopleExpect() {
    assertThat(MajorityRule.TWO_THIRDS.needed(9)).isEqualTo(6);
    assertThat(MajorityRule.TWO_THIRDS.needed(10)).isEqualTo(7);
    assertThat(MajorityRule.THREE_QUARTERS.needed(8)).isEqualTo(6);
    assertThat(MajorityRule.THREE_QUARTERS.needed(9)).isEqualTo(7);
    assertThat(MajorityRule.FOUR_FIFTHS.needed(30)).isEqualTo(24);
    assertThat(MajorityRule.FOUR_FIFTHS.needed(31)).isEqualTo(25);
    assertThat(MajorityRule.ABSOLUTE.needed(8)).isEqualTo(5);
    assertThat(MajorityRule.ABSOLUTE.needed(9)).isEqualTo(5);
    assertThat(MajorityRule.CONSENSUS.needed(9)).isEqualTo(9);
  }

  @Example
  void withoutAVoteNothingIsDecided() {
    for (MajorityRule rule : MajorityRule.values()) {
      if (rule != MajorityRule.SIMPLE) {
        assertThat(rule.needed(0)).as(rule.name()).isOne();
      }
    }
  }

  /** In fractions: the least whole number n with n / base at least the share, or above a half. */
  @Property
  void isTheFewestVotesThatReachTheShare(@ForAll @IntRange(min = 1) int base) {
    SHARES.forEach((rule, share) -> {
      int needed = rule.needed(base);
      assertThat(compare(needed, base, share)).as("%s of %d", rule, base).isNotNegative();
      assertThat(compare(needed - 1, base, share)).as("%s of %d", rule, base).isNegative();
    });
    int half = MajorityRule.ABSOLUTE.needed(base);
    assertThat(compare(half, base, new int[] {1, 2})).isPositive();
    assertThat(compare(half - 1, base, new int[] {1, 2})).isNotPositive();
  }

  /** votes / base against the share. */
  private static int compare(int votes, int base, int[] share) {
    return BigInteger.valueOf(votes)
        .multiply(BigInteger.valueOf(share[1]))
        .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(share[0])));
  }

  @Example
  void largestBase() {
    assertThat(MajorityRule.ABSOLUTE.needed(Integer.MAX_VALUE)).isEqualTo(1 << 30);
    assertThat(MajorityRule.FOUR_FIFTHS.needed(Integer.MAX_VALUE)).isEqualTo(1_717_986_918);
  }

  @Example
  void noBaseBelowNothing() {
    assertThatThrownBy(() -> MajorityRule.CONSENSUS.needed(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aSimpleMajorityHasNoNumberOfItsOwn() {
    assertThatThrownBy(() -> MajorityRule.SIMPLE.needed(10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
