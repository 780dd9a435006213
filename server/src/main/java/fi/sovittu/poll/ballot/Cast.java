package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import fi.sovittu.poll.kind.BallotForm;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot on its way. Immutable.
 *
 * @param voter the participant, or the organisation
 * @param key empty in a named poll
 * @param sealing null in a named poll
 * @param enteredBy who entered it for the participant; null for the participant's own hand
 */
record Cast(
    Definition poll,
    UUID participant,
    @Nullable UUID organisation,
    UUID voter,
    int revision,
    String key,
    JsonArray answers,
    @Nullable Sealing sealing,
    @Nullable UUID enteredBy) {
  private static final Buffer NO_OWNER = Buffer.buffer();

  /**
   * @param locator where the sealed ballot is kept
   * @param owner who alone may change it; empty for an organisation's, which any of its
   *     representatives may
   */
  record Sealing(Seal seal, byte[] locator, Buffer owner) {}

  /**
   * The ballot of a form.
   *
   * @throws Problem BALLOT_INVALID when it does not fit the poll, NOT_ENTITLED when the caller
   *     belongs to no organisation in a poll of organisations
   */
  static Cast of(Caller caller, OpenPolls.Open open, BallotForm form, @Nullable UUID enteredBy) {
    Definition poll = open.poll();
    JsonArray answers = poll.question().answers(form);
    String key = form.key();
    if (poll.anonymous() == (key == null)) {
      throw Problem.withFields(
          Problem.Code.BALLOT_INVALID, List.of(new Problem.Field("key", "does not fit the poll")));
    }
    UUID voter = poll.ofOrganisations() ? caller.organisation() : caller.participant();
    if (voter == null) {
      throw Problem.of(Problem.Code.NOT_ENTITLED);
    }
    return new Cast(
        poll,
        caller.participant(),
        caller.organisation(),
        voter,
        form.revision(),
        key == null ? "" : key,
        answers,
        key == null ? null : sealing(open, caller, voter, key),
        enteredBy);
  }

  private static @Nullable Sealing sealing(
      OpenPolls.Open open, Caller caller, UUID voter, String key) {
    Seal seal = open.seal();
    if (seal == null) {
      return null;
    }
    return open.poll().ofOrganisations()
        ? new Sealing(seal, seal.locator(voter), NO_OWNER)
        : new Sealing(
            seal, seal.locator(key), Buffer.buffer(seal.owner(key, caller.participant())));
  }

  /**
   * A batch holds at most one ballot of a voter and one of a key; the second one is judged after
   * the first.
   */
  Set<Object> keys() {
    Object ofVoter = List.of(poll.id(), voter);
    return poll.anonymous() ? Set.of(ofVoter, List.of(poll.id(), key)) : Set.of(ofVoter);
  }

  /**
   * What is stored of a ballot that is sealed.
   *
   * @param channel how the voter attends, where the count needs it
   */
  Buffer sealed(Sealing sealing, @Nullable String channel) {
    Seal.Content content =
        new Seal.Content(
            Seal.receipt(key), answers, poll.classified() ? organisation : null, channel);
    return Buffer.buffer(sealing.seal().seal(sealing.locator(), content));
  }

  /** Whether what is stored sealed under its locator is this very ballot. */
  boolean isSealedIn(Sealing sealing, Buffer stored) {
    Seal.Content content = sealing.seal().open(sealing.locator(), stored.getBytes());
    return content.receipt().equals(Seal.receipt(key)) && content.answers().equals(answers);
  }
}
