package fi.sovittu.app;

import fi.sovittu.agenda.ItemKind;
import fi.sovittu.agenda.Programme;
import fi.sovittu.day.DayMaker;
import fi.sovittu.day.Template;
import fi.sovittu.day.TemplateReader;
import fi.sovittu.http.Languages;
import fi.sovittu.meeting.Meetings;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meeting that an empty database begins with: the file of the settings, or the demo day as if
 * it were today.
 */
final class FirstMeeting {
  private static final String DEMO = "/templates/hyte-2026.yaml";

  private final Template template;
  private final boolean demo;

  private FirstMeeting(Template template, boolean demo) {
    this.template = template;
    this.demo = demo;
  }

  /**
   * Reads the template before anything starts.
   *
   * @throws fi.sovittu.base.Problem TEMPLATE_INVALID with every fault of the file
   */
  static FirstMeeting of(@Nullable Path file) throws IOException {
    if (file != null) {
      return new FirstMeeting(
          TemplateReader.read(Files.readString(file), Languages.FINNISH), false);
    }
    try (InputStream in = FirstMeeting.class.getResourceAsStream(DEMO)) {
      if (in == null) {
        throw new IOException("the resource " + DEMO + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new FirstMeeting(TemplateReader.read(text, Languages.FINNISH), true);
    }
  }

  /**
   * Makes the meeting when the database has none; gives the newest one. Two nodes that start
   * together make one.
   */
  Future<UUID> make(Server.Started service) {
    return service
        .live()
        .write((connection, change) ->
            // Waits for another node that is doing the same.
            Meetings.lock(connection)
                .compose(locked -> Meetings.newest(connection))
                .compose(newest -> {
                  if (newest != null) {
                    return Future.succeededFuture(newest);
                  }
                  UUID id = UUID.randomUUID();
                  if (!demo) {
                    return DayMaker.make(connection, id, template, Duration.ZERO, null).map(id);
                  }
                  return DayMaker.makeDemo(connection, id, template, shift())
                      .compose(made -> Programme.welcome(connection, id))
                      .compose(item ->
                          item == null
                              ? Future.succeededFuture()
                              : service
                                  .agenda()
                                  .move(connection, change, null, item.room(), null, item.id()))
                      .map(id);
                }));
  }

  /** The demo day's welcome has just begun, so every role has something to do at once. */
  private Duration shift() {
    Instant planned =
        template.agenda().stream()
            .filter(row -> row.kind() == ItemKind.WELCOME)
            .findFirst()
            .map(template::plannedStart)
            .orElseThrow();
    return Duration.between(planned, Instant.now().truncatedTo(ChronoUnit.MINUTES));
  }
}
