package fi.sovittu.post;

import fi.sovittu.letters.Invitation;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages to the SMTP server, one connection for all of them. What a person's message says
 * is never logged, nor to whom it goes.
 */
final class Smtp {
  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

  /** How long the server may take to let us connect, seconds. */
  static final int CONNECT_SECONDS = 15;

  /** How long the server may be silent in the middle of a conversation, seconds. */
  static final int SILENCE_SECONDS = 60;

  /** How long the connection is kept for the next message, seconds. */
  static final int KEEP_SECONDS = 20;

  /** Characters of an answer that are kept. */
  static final int MOST_ANSWER = 300;

  /**
   * The client tells only by these words in which part of the conversation the server said no: the
   * parts that are about one message and not about us.
   */
  private static final Set<String> ABOUT_THE_MESSAGE =
      Set.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

  /** The server wants us to sign in, whatever part of the conversation it says so in. */
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]+");

  private final MailClient client;
  private final MailAddress sender;

  /**
   * @param ownHost the name that we introduce ourselves by
   */
  Smtp(Vertx vertx, SmtpAccount account, String ownHost) {
    this.sender = account.sender();
    MailConfig config = new MailConfig(account.host(), account.port());
    config
        .setSsl(account.security() == SmtpAccount.Security.TLS)
        .setStarttls(
            account.security() == SmtpAccount.Security.STARTTLS
                ? StartTLSOptions.REQUIRED
                : StartTLSOptions.DISABLED)
        .setLogin(account.user() == null ? LoginOption.DISABLED : LoginOption.REQUIRED)
        .setOwnHostname(ownHost)
        .setMaxPoolSize(1)
        .setKeepAliveTimeout(KEEP_SECONDS)
        .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
        // A server's answers belong to the questions one by one: some count the lines wrong.
        .setPipelining(false)
        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(CONNECT_SECONDS))
        .setIdleTimeout(SILENCE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
    if (account.user() != null) {
      config.setUsername(account.user()).setPassword(account.password());
    }
    this.client = MailClient.create(vertx, config);
  }

  /**
   * Sends a letter; never fails. The same id tried again is the same message to those who receive
   * it, and good servers then deliver it once.
   */
  Future<Attempt> send(Invitation letter, String to, UUID id) {
    MailMessage message =
        new MailMessage()
            .setFrom(sender.address())
            .setTo(to)
            .setSubject(letter.subject())
            .setText(letter.text())
            .setHtml(letter.html())
            .setHeaders(
                MultiMap.caseInsensitiveMultiMap()
                    .add("From", sender.header())
                    .add("Message-ID", "<" + id + "@" + sender.domain() + ">")
                    // No holiday notice in return (RFC 3834), and none from Exchange.
                    .add("Auto-Submitted", "auto-generated")
                    .add("X-Auto-Response-Suppress", "All"));
    return client.sendMail(message).map(Attempt.SENT).recover(this::ended);
  }

  private Future<Attempt> ended(Throwable failure) {
    if (failure instanceof SMTPException refusal && isAboutTheMessage(refusal)) {
      return Future.succeededFuture(
          new Attempt(
              refusal.isPermanent() ? Fault.REFUSED : Fault.POSTPONED,
              line(refusal.getReplyMessage())));
    }
    // What the server said may name a person; a connection that failed names the server only.
    LOG.warn(
        "the SMTP server does not take messages: {}",
        failure instanceof SMTPException refusal
            ? "it answered " + refusal.getReplyCode()
            : line(String.valueOf(failure)));
    return Future.succeededFuture(new Attempt(Fault.UNREACHABLE, null));
  }

  private static boolean isAboutTheMessage(SMTPException refusal) {
    // 421: the server is closing the connection, whatever for.
    return refusal.getReplyCode() != 421
        && !SIGN_IN.contains(refusal.getReplyCode())
        && ABOUT_THE_MESSAGE.stream()
            .anyMatch(part -> String.valueOf(refusal.getMessage()).startsWith(part));
  }

  private static String line(String answer) {
    String line = BLANKS.matcher(answer).replaceAll(" ").strip();
    return line.length() <= MOST_ANSWER ? line : line.substring(0, MOST_ANSWER);
  }

  Future<Void> close() {
    return client.close();
  }
}
