package fi.sovittu.poll.text;

import fi.sovittu.base.Tokens;
import java.nio.ByteBuffer;
import java.util.UUID;

/** How the texts of an open text poll are named. */
public final class TextEntries {
  private TextEntries() {}

  /**
   * The entry that a ballot's text becomes. The same ballot gives it the same id again, so what
   * others have said of it holds on when the ballot's other texts change; another ballot with the
   * same text is another entry.
   *
   * @param ballotName the receipt of an anonymous ballot, which does not tell the voter; the
   *     voter's id of a named one
   */
  public static UUID id(String ballotName, String text) {
    ByteBuffer hash = ByteBuffer.wrap(Tokens.sha256("entry:" + ballotName + ":" + text));
    return new UUID(hash.getLong(), hash.getLong());
  }
}
