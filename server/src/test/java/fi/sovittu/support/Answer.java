package fi.sovittu.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonObject json() {
    return new JsonObject(Buffer.buffer(body));
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The stable code of a problem, or an empty text when the answer is none. */
  public String code() {
    return header("Content-Type").equals("application/problem+json")
        ? json().getString("code")
        : "";
  }

  /** Checks that the request was done. */
  public Answer done() {
    assertThat(status).as(() -> "status, with " + text()).isBetween(200, 299);
    return this;
  }

  /** Checks that the request was refused with this problem, in the form that RFC 9457 gives. */
  public Answer refused(int expectedStatus, String expectedCode) {
    assertThat(status + " " + code()).as(this::text).isEqualTo(expectedStatus + " " + expectedCode);
    assertThat(json().getInteger("status")).isEqualTo(expectedStatus);
    assertThat(json().getString("title")).isNotBlank();
    return this;
  }

  /** The refused parts of the input. */
  public JsonArray fields() {
    return json().getJsonArray("fields", new JsonArray());
  }
}
