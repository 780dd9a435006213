package fi.sovittu.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Short answers go as they are: an acknowledgement fits into one packet, becomes longer by
 * compression, and costs a fifth more. The server's own threshold does not serve: it takes the head
 * of a file that is sent for the whole, and would send the pages' scripts as they are too.
 */
public final class ShortAnswers {
  /** Bytes from which on an answer is compressed. */
  static final int COMPRESSED_FROM = 1_024;

  private ShortAnswers() {}

  /** Has the answer go as it is if it is short; mounted before all else. */
  public static void asTheyAre(RoutingContext context) {
    context.addHeadersEndHandler(end -> {
      MultiMap headers = context.response().headers();
      String length = headers.get(HttpHeaders.CONTENT_LENGTH);
      if (length != null
          && Long.parseLong(length) < COMPRESSED_FROM
          && !headers.contains(HttpHeaders.CONTENT_ENCODING)) {
        // Tells the server, which takes it out again.
        headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
      }
    });
    context.next();
  }
}
