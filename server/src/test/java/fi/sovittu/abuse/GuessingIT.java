package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.sovittu.base.Tokens;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever guesses joining codes and personal links finds nothing, and locks nobody out. */
class GuessingIT {
  /** Another address of this machine, so that the other tests' own is not that of a guesser. */
  private static final String ELSEWHERE = "127.0.0.66";

  private static final int GUESSES = 1_000;

  /** More than a hall of a thousand mistypes, and the few that are let through as time goes by. */
  private static final int MOST_LOOKED_UP = 350;

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final Hall hall = Hall.open();
  private final Hall other = Hall.open();
  private final HttpClient guesser = elsewhere();

  private static HttpClient elsewhere() {
    try {
      InetAddress address = InetAddress.getByName(ELSEWHERE);
      try (ServerSocket own = new ServerSocket()) {
        own.bind(new InetSocketAddress(address, 0));
      }
      return HttpClient.newBuilder().localAddress(address).build();
    } catch (IOException noSuchAddress) {
      return null;
    }
  }

  private int join(String code) throws Exception {
    JsonObject wish = hall.joinWish(Ballots.key(), Hall.municipality(1), "ON_SITE", null);
    return post("/api/meetings/" + code + "/participants", wish).statusCode();
  }

  private HttpResponse<String> post(String path, JsonObject body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hall.service().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode()));
    return guesser.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void codes() throws Exception {
    assumeTrue(guesser != null, "this machine has another address");
    assertThat(join(hall.code())).isEqualTo(201);
    Random random = new Random(4);
    int lookedUp = 0;
    for (int i = 0; i < GUESSES; i++) {
      StringBuilder code = new StringBuilder();
      for (int letter = 0; letter < 6; letter++) {
        code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      int status = join(code.toString());
      assertThat(status).isIn(NOT_FOUND, TOO_MANY);
      lookedUp += status == NOT_FOUND ? 1 : 0;
    }
    assertThat(lookedUp).isLessThan(MOST_LOOKED_UP);
    // Who guesses right now is not told so; who sits in the hall beside the guesser comes in.
    assertThat(join(other.code())).isEqualTo(TOO_MANY);
    assertThat(join(hall.code())).isEqualTo(201);
    other.join(1).get("/api/me").done();
  }

  @Test
  void links() {
    String link = hall.link("CHAIR", Hall.PLENARY);
    String token = link.substring(link.indexOf('#') + 1);
    Random random = new Random(4);
    for (int i = 0; i < GUESSES; i++) {
      StringBuilder guess = new StringBuilder(i % 2 == 0 ? token : Tokens.random() + token);
      guess.setCharAt(
          random.nextInt(guess.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
      if (!guess.toString().equals(token)) {
        new Person(hall.service())
            .post("/api/sessions", new JsonObject().put("link", guess.toString()))
            .refused(401, "LINK_UNKNOWN");
      }
    }
    Person.opening(hall.service(), link).get("/api/me").done();
  }
}
