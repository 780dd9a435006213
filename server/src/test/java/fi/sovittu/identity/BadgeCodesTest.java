package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.base.ServerSecret;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BadgeCodesTest {
  private static final ServerSecret SECRET =
      new ServerSecret("the secret of this test".getBytes(StandardCharsets.UTF_8));

  @Property(tries = 200)
  void whatABadgeSaysIsNoPersonalLink(
      @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 1_000) int generation) {
    UUID participant = new UUID(high, low);
    Links links = new Links(SECRET);
    String code = new BadgeCodes(SECRET, links).of(participant);
    assertThat(links.isValid(code, participant, generation)).isFalse();
    assertThat(links.isValid(code.substring(code.indexOf('#') + 1), participant, generation))
        .isFalse();
  }
}
