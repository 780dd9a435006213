package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.simulator.Simulator;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real meeting refuses made-up people; a rehearsal takes them. */
class PurposeIT {
  @TempDir Path data;

  private Map<String, String> settings(String head, String people) throws Exception {
    Path file = data.resolve("day.yaml");
    try (InputStream day =
        Objects.requireNonNull(PurposeIT.class.getResourceAsStream("/templates/hyte-2026.yaml"))) {
      Files.writeString(file, head + new String(day.readAllBytes(), StandardCharsets.UTF_8));
    }
    return Map.of(
        "SOVITTU_PORT",
        "0",
        "SOVITTU_DATA",
        data.resolve("data").toString(),
        "SOVITTU_TEMPLATE",
        file.toString(),
        "SOVITTU_SIMULATE",
        people);
  }

  @Test
  void aRealMeetingIsNotSimulated() throws Exception {
    assertThatThrownBy(() -> Main.start(settings("", "3")))
        .isInstanceOf(Config.Impossible.class)
        .hasMessageStartingWith("SOVITTU_SIMULATE: the newest meeting is a real one");

    // Nor by a simulator that is pointed at it from elsewhere.
    Vertx elsewhere = Vertx.vertx();
    try (Main service = Main.start(settings("", "0"))) {
      String joinUrl = service.links().joinUrl();
      String baseUrl = joinUrl.substring(0, joinUrl.indexOf(URI.create(joinUrl).getPath()));
      assertThatThrownBy(
              () -> Simulator.start(elsewhere, baseUrl, service.links().code(), 3).await())
          .hasMessageContaining("a real meeting is not simulated");
    } finally {
      elsewhere.close().await();
    }
  }

  @Test
  void aRehearsalIsSimulated() throws Exception {
    try (Main service = Main.start(settings("purpose: REHEARSAL\n", "3"))) {
      assertThat(service.links().code()).isNotEmpty();
    }
  }
}
