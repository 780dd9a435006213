package fi.sovittu.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** The languages that the service speaks, and which one a request wants. */
public final class Languages {
  public static final Locale FINNISH = Locale.of("fi");

  /** The first is the default. */
  public static final List<Locale> ALL = List.of(FINNISH, Locale.of("sv"), Locale.ENGLISH);

  private Languages() {}

  /**
   * By the query parameter {@code lang}, which links carry, else by {@code Accept-Language} (RFC
   * 9110, 12.5.4); Finnish when neither names one of ours.
   */
  static Locale of(HttpServerRequest request) {
    String wanted = request.getParam("lang");
    if (wanted == null) {
      wanted = request.getHeader("Accept-Language");
    }
    if (wanted == null) {
      return FINNISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), ALL);
      return best == null ? FINNISH : best;
    } catch (IllegalArgumentException malformed) {
      return FINNISH;
    }
  }
}
