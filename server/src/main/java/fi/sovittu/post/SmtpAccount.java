package fi.sovittu.post;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes our messages, and who we are there. Immutable.
 *
 * @param user null when the server asks for nobody's name
 * @param password null without a user
 * @param perMinute how many messages it is sent at most, by each node
 */
public record SmtpAccount(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    MailAddress sender,
    int perMinute) {
  /** How the connection is kept secret. */
  public enum Security {
    /** Encrypted before the first message is handed over; a server that cannot is not used. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not at all, such as to a server on the same machine. */
    NONE
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port + " " + security;
  }
}
