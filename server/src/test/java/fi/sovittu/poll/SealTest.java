package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final byte[] SALT = new byte[Seal.SALT_BYTES];
  private static final UUID POLL = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final ServerSecret SECRET = secret("the secret of this test");
  private static final Seal.Content CONTENT =
      new Seal.Content(7, "RECEIPT", "OWNER", new JsonArray().add(3).addNull());

  private final Seal seal = new Seal(SECRET, POLL, SALT);

  private static ServerSecret secret(String text) {
    return new ServerSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void opensWhatItSealed() {
    byte[] locator = seal.locator(KEY);
    assertThat(seal.open(locator, seal.seal(locator, CONTENT))).isEqualTo(CONTENT);
    // After a restart the seal is made anew from the same secret and salt.
    assertThat(new Seal(SECRET, POLL, SALT).open(locator, seal.seal(locator, CONTENT)))
        .isEqualTo(CONTENT);
  }

  @Test
  void anotherPollSaltSecretOrLocatorDoesNotOpen() {
    byte[] locator = seal.locator(KEY);
    byte[] sealed = seal.seal(locator, CONTENT);
    byte[] otherSalt = SALT.clone();
    otherSalt[0] ^= 1;
    Seal[] others = {
      new Seal(SECRET, UUID.fromString("00000000-0000-0000-0000-000000000002"), SALT),
      new Seal(SECRET, POLL, otherSalt),
      new Seal(secret("another secret of this test"), POLL, SALT)
    };
    for (Seal other : others) {
      assertThatThrownBy(() -> other.open(locator, sealed))
          .isInstanceOf(IllegalStateException.class);
      assertThat(other.locator(KEY)).isNotEqualTo(locator);
    }
    // A ballot moved to another voter's row is noticed.
    byte[] moved = seal.locator("BAAAAAAAAAAAAAAAAAAAAA");
    assertThatThrownBy(() -> seal.open(moved, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 200)
  void anyChangedBitIsNoticed(@ForAll @IntRange(max = 10_000) int position) {
    byte[] locator = seal.locator(KEY);
    byte[] sealed = seal.seal(locator, CONTENT);
    int bit = position % (sealed.length * 8);
    sealed[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThatThrownBy(() -> seal.open(locator, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameBallotNeverLooksTheSame() {
    // Equal votes must not be seen to be equal, and a vote changed back must not be seen to be the
    // first one.
    byte[] locator = seal.locator(KEY);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(Tokens.base64Url(seal.seal(locator, CONTENT)))).isTrue();
    }
  }

  @Test
  void everyBallotIsAsLongAsAnyOther() {
    byte[] locator = seal.locator(KEY);
    String owner = seal.owner(KEY, UUID.randomUUID());
    JsonArray shortest = new JsonArray().add(1);
    JsonArray longest = new JsonArray();
    for (int i = 0; i < 20; i++) {
      longest.addNull();
    }
    Seal.Content small = new Seal.Content(1, Seal.receipt(KEY), owner, shortest);
    Seal.Content large = new Seal.Content(1_000_000, Seal.receipt(KEY), owner, longest);
    assertThat(seal.seal(locator, large)).hasSameSizeAs(seal.seal(locator, small));
    assertThat(seal.open(locator, seal.seal(locator, large))).isEqualTo(large);
  }

  @Test
  void theOwnerIsOneVoterWithOneKeyInOnePoll() {
    UUID voter = UUID.randomUUID();
    String owner = seal.owner(KEY, voter);
    assertThat(seal.owner(KEY, voter)).isEqualTo(owner);
    assertThat(seal.owner(KEY, UUID.randomUUID())).isNotEqualTo(owner);
    assertThat(seal.owner("BAAAAAAAAAAAAAAAAAAAAA", voter)).isNotEqualTo(owner);
    assertThat(new Seal(SECRET, UUID.randomUUID(), SALT).owner(KEY, voter)).isNotEqualTo(owner);
  }

  @Test
  void theReceiptFollowsFromTheBallotKeyAlone() {
    // The participant's page makes it too, so it may never change: printed receipts would be lost.
    assertThat(Seal.receipt(KEY))
        .isEqualTo(Seal.receipt(KEY))
        .matches("[A-HJ-NP-Z2-9]{16}")
        .isEqualTo(EXPECTED);
    assertThat(Seal.receipt("BAAAAAAAAAAAAAAAAAAAAA")).isNotEqualTo(EXPECTED);
  }

  /**
   * Computed by hand: SHA-256 of "receipt:" and the key, the low five bits of each of the first 16
   * bytes.
   */
  private static final String EXPECTED = "PGSDQ6ENHYQBMR4N";
}
