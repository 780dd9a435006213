package fi.sovittu.poll.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.poll.kind.ChoiceQuestion;
import fi.sovittu.poll.kind.PointsQuestion;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.RankingQuestion;
import fi.sovittu.poll.kind.ScaleQuestion;
import fi.sovittu.poll.kind.TextQuestion;
import fi.sovittu.poll.kind.ThumbsQuestion;
import fi.sovittu.poll.kind.WordsQuestion;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
  private static final int ANSWER_BYTES = new ScaleQuestion(2, 5).paddedBytes();
  private static final Seal.Content CONTENT =
      new Seal.Content("RECEIPT", new JsonArray().add(3).addNull(), new UUID(1, 2), "TEAMS");

  private final Seal seal = new Seal(SECRET, POLL, SALT, ANSWER_BYTES);

  private static ServerSecret secret(String text) {
    return new ServerSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void opensWhatItSealed() {
    byte[] locator = seal.locator(KEY);
    assertThat(seal.open(locator, seal.seal(locator, CONTENT))).isEqualTo(CONTENT);
    Seal.Content plain = new Seal.Content("RECEIPT", new JsonArray().add(1), null, null);
    assertThat(seal.open(locator, seal.seal(locator, plain))).isEqualTo(plain);
    // After a restart the seal is made anew from the same secret and salt.
    assertThat(
            new Seal(SECRET, POLL, SALT, ANSWER_BYTES).open(locator, seal.seal(locator, CONTENT)))
        .isEqualTo(CONTENT);
  }

  @Test
  void anotherPollSaltSecretOrLocatorDoesNotOpen() {
    byte[] locator = seal.locator(KEY);
    byte[] ballot = seal.seal(locator, CONTENT);
    byte[] otherSalt = SALT.clone();
    otherSalt[0] ^= 1;
    Seal[] others = {
      new Seal(SECRET, UUID.fromString("00000000-0000-0000-0000-000000000002"), SALT, ANSWER_BYTES),
      new Seal(SECRET, POLL, otherSalt, ANSWER_BYTES),
      new Seal(secret("another secret of this test"), POLL, SALT, ANSWER_BYTES)
    };
    for (Seal other : others) {
      assertThatThrownBy(() -> other.open(locator, ballot))
          .isInstanceOf(IllegalStateException.class);
      assertThat(other.locator(KEY)).isNotEqualTo(locator);
      assertThat(other.locator(POLL)).isNotEqualTo(seal.locator(POLL));
    }
    // A ballot moved to another voter's row is noticed.
    byte[] moved = seal.locator("BAAAAAAAAAAAAAAAAAAAAA");
    assertThatThrownBy(() -> seal.open(moved, ballot)).isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 200)
  void anyChangedBitIsNoticed(@ForAll @IntRange(max = 10_000) int position) {
    byte[] locator = seal.locator(KEY);
    byte[] ballot = seal.seal(locator, CONTENT);
    int bit = position % (ballot.length * 8);
    ballot[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThatThrownBy(() -> seal.open(locator, ballot)).isInstanceOf(IllegalStateException.class);
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
  void everyBallotOfAPollIsAsLongAsAnyOther() {
    String emoji = "\uD83D\uDE00";
    String escaped = "\"\\";
    List<Object> texts = Collections.nCopies(5, emoji.repeat(280));
    for (Ends ends :
        List.of(
            new Ends(new ScaleQuestion(20, 10), List.of(1), nulls(20)),
            new Ends(new ScaleQuestion(1, 10), List.of(1), nulls(1)),
            new Ends(
                new ChoiceQuestion(Collections.nCopies(20, false), 20),
                List.of(0),
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)),
            new Ends(new ThumbsQuestion(), List.of("UP"), List.of("SIDEWAYS")),
            new Ends(
                new RankingQuestion(12), List.of(0), List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            new Ends(
                new PointsQuestion(12),
                List.of(0),
                List.of(100, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10)),
            new Ends(new TextQuestion(5), List.of("a"), texts),
            new Ends(new TextQuestion(1), List.of("a"), List.of(escaped.repeat(140))),
            new Ends(new TextQuestion(1), List.of("a"), List.of("ä".repeat(280))),
            new Ends(
                new WordsQuestion(5), List.of("a"), Collections.nCopies(5, emoji.repeat(25))))) {
      Seal ofKind = new Seal(SECRET, POLL, SALT, ends.question().paddedBytes());
      byte[] locator = ofKind.locator(KEY);
      Seal.Content small =
          new Seal.Content(Seal.receipt(KEY), new JsonArray(ends.shortest()), null, null);
      Seal.Content large =
          new Seal.Content(
              Seal.receipt(KEY), new JsonArray(ends.longest()), UUID.randomUUID(), "ON_SITE");
      assertThat(ofKind.seal(locator, large))
          .as(ends.question().toString())
          .hasSameSizeAs(ofKind.seal(locator, small));
      assertThat(ofKind.open(locator, ofKind.seal(locator, large))).isEqualTo(large);
    }
  }

  /** The answers of a kind that take the least and the most room. */
  private record Ends(Question question, List<Object> shortest, List<Object> longest) {}

  private static List<Object> nulls(int size) {
    return new ArrayList<>(Collections.nCopies(size, null));
  }

  @Test
  void aBallotThatWouldStandOutByItsLengthIsNotSealed() {
    byte[] locator = seal.locator(KEY);
    Seal.Content tooLong =
        new Seal.Content("RECEIPT", new JsonArray().add("a".repeat(1_000)), null, null);
    assertThatThrownBy(() -> seal.seal(locator, tooLong))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOwnerIsOneVoterWithOneKeyInOnePoll() {
    UUID voter = UUID.randomUUID();
    byte[] owner = seal.owner(KEY, voter);
    assertThat(seal.owner(KEY, voter)).isEqualTo(owner);
    assertThat(seal.owner(KEY, UUID.randomUUID())).isNotEqualTo(owner);
    assertThat(seal.owner("BAAAAAAAAAAAAAAAAAAAAA", voter)).isNotEqualTo(owner);
    assertThat(new Seal(SECRET, UUID.randomUUID(), SALT, ANSWER_BYTES).owner(KEY, voter))
        .isNotEqualTo(owner);
  }

  @Test
  void anOrganisationHasOnePlaceInOnePoll() {
    UUID organisation = UUID.randomUUID();
    byte[] locator = seal.locator(organisation);
    assertThat(seal.locator(organisation)).isEqualTo(locator).isNotEqualTo(seal.locator(KEY));
    assertThat(seal.locator(UUID.randomUUID())).isNotEqualTo(locator);
    assertThat(new Seal(SECRET, UUID.randomUUID(), SALT, ANSWER_BYTES).locator(organisation))
        .isNotEqualTo(locator);
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
