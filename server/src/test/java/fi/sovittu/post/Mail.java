package fi.sovittu.post;

import fi.sovittu.support.MailServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as the program of whoever receives it reads it. */
final class Mail {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/open#[A-Za-z0-9_-]{43}");

  private final MimeMessage message;

  Mail(MailServer.Taken taken) throws MessagingException {
    message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(taken.raw().getBytes(StandardCharsets.UTF_8)));
  }

  String subject() throws MessagingException {
    return message.getSubject();
  }

  /** The only header of that name. */
  String header(String name) throws MessagingException {
    String[] all = message.getHeader(name);
    if (all == null || all.length != 1) {
      throw new AssertionError(name + ": " + (all == null ? "none" : List.of(all)));
    }
    return all[0];
  }

  /** Who it is from, as {@code Name <address>}. */
  String sender() throws MessagingException {
    InternetAddress from = (InternetAddress) message.getFrom()[0];
    return from.getPersonal() + " <" + from.getAddress() + ">";
  }

  List<String> headerNames() throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream()
        .map(header -> header.getName())
        .toList();
  }

  String text() throws MessagingException, IOException {
    return part(0, "text/plain");
  }

  String html() throws MessagingException, IOException {
    return part(1, "text/html");
  }

  private String part(int place, String type) throws MessagingException, IOException {
    if (!message.isMimeType("multipart/alternative")) {
      throw new AssertionError(message.getContentType());
    }
    BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(place);
    if (!part.isMimeType(type)) {
      throw new AssertionError(part.getContentType());
    }
    return ((String) part.getContent()).replace("\r\n", "\n");
  }

  /** The personal link, which stands on a line of its own. */
  String link() throws MessagingException, IOException {
    return text().lines().filter(line -> LINK.matcher(line).matches()).findAny().orElseThrow();
  }

  /** Where the page's link leads to. */
  String htmlLink() throws MessagingException, IOException {
    Matcher found = Pattern.compile("href=\"(" + LINK.pattern() + ")\"").matcher(html());
    if (!found.find()) {
      throw new AssertionError(html());
    }
    return found.group(1);
  }
}
