package fi.sovittu.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import fi.sovittu.base.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One validated request to an operation of the contract. Event loop only. */
public final class Call {
  private final RoutingContext context;
  private final Validation.Valid request;

  Call(RoutingContext context, Validation.Valid request) {
    this.context = context;
    this.request = request;
  }

  /** A path parameter of the contract's type {@code string}. */
  public String path(String name) {
    String value = request.path().get(name);
    if (value == null) {
      throw new IllegalArgumentException("not in the contract: " + name);
    }
    return value;
  }

  /** A path parameter of the contract's format {@code uuid}. */
  public UUID pathId(String name) {
    return UUID.fromString(path(name));
  }

  /** A query parameter of the contract's type {@code boolean}; false when it is not given. */
  public boolean flag(String name) {
    return Boolean.parseBoolean(context.request().getParam(name));
  }

  /** A query parameter of the contract's type {@code string}; null when it is not given. */
  public @Nullable String query(String name) {
    return context.queryParams().get(name);
  }

  /**
   * The body as a record; the contract has validated its shape.
   *
   * @throws Problem BAD_REQUEST for what a schema cannot tell, such as 30 February
   */
  public <T> T body(Class<T> type) {
    try {
      return DatabindCodec.mapper().treeToValue(Objects.requireNonNull(request.body()), type);
    } catch (JsonProcessingException e) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST,
          List.of(new Problem.Field("body", "holds an impossible value")));
    }
  }

  /**
   * The body as it came, of an operation whose body is {@code application/octet-stream} in the
   * contract.
   *
   * @throws Problem BAD_REQUEST when there is none, MEDIA_TYPE when it is called something else
   */
  public byte[] bytes() {
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("body", "is missing")));
    }
    String mediaType = context.request().getHeader("Content-Type");
    if (mediaType == null || !mediaType.strip().equalsIgnoreCase("application/octet-stream")) {
      throw Problem.of(Problem.Code.MEDIA_TYPE);
    }
    return body.getBytes();
  }

  /**
   * The participant that the request names: the header {@code X-Participant}, or for a GET the
   * query parameter {@code as} too, which downloads and images need.
   */
  public @Nullable UUID participant() {
    String named = context.request().getHeader("X-Participant");
    if (named == null && context.request().method().equals(HttpMethod.GET)) {
      named = context.request().getParam("as");
    }
    return named == null ? null : UUID.fromString(named);
  }

  /** What the browser calls itself; anybody may say anything. */
  public @Nullable String userAgent() {
    return context.request().getHeader("User-Agent");
  }

  public @Nullable String cookie(String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /**
   * Where the request comes from: what a proxy on this machine says, else the connection's own
   * address. Of IPv6 the network (/64), which one machine may have whole.
   */
  public String address() {
    HttpServerRequest request = context.request();
    String host = request.remoteAddress().hostAddress();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded != null && isLocal(host)) {
      // The last one is what our own proxy saw; those before it anyone can claim.
      host = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    String[] parts = host.split(":", -1);
    return parts.length < 4 ? host : String.join(":", List.of(parts).subList(0, 4));
  }

  private static boolean isLocal(@Nullable String host) {
    return host != null
        && (host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1"));
  }

  /** The reader's language: Finnish, Swedish or English. */
  public Locale locale() {
    return Languages.of(context.request());
  }
}
