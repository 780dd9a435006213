package fi.sovittu.http;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Browsers always say that they understand gzip; it is worth it for what is long alone. */
class CompressionIT {
  private static final Pattern SCRIPT = Pattern.compile("/assets/[^\"]+\\.js");

  private final Hall hall = Hall.open();

  @Test
  void anAcknowledgedVoteComesAsItIs() throws Exception {
    Person voter = hall.join(1);
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    HttpResponse<byte[]> answer =
        send(
            voter
                .request(Person.ballotOf(poll))
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(Ballots.scale(Ballots.key(), 1, 5, null, 1).encode())));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new JsonObject(Buffer.buffer(answer.body())).getInstant("savedAt")).isNotNull();
  }

  @Test
  void whatIsLongOfThePageComesCompressed() throws Exception {
    List<HttpResponse<byte[]>> scripts = new ArrayList<>();
    Matcher script = SCRIPT.matcher(new Person(hall.service()).get("/").text());
    while (script.find()) {
      scripts.add(get(script.group()));
    }
    assertThat(scripts)
        .isNotEmpty()
        .allMatch(answer -> answer.statusCode() == 200)
        .anyMatch(CompressionIT::isCompressed)
        .allMatch(
            answer -> isCompressed(answer) || answer.body().length < ShortAnswers.COMPRESSED_FROM);
  }

  private static boolean isCompressed(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(hall.service().resolve(path)));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    }
  }
}
