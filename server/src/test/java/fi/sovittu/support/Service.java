package fi.sovittu.support;

import fi.sovittu.app.Main;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.meeting.MeetingLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The real service with its embedded database, as {@code main} starts it: on a free port, with a
 * data folder of its own. One is shared by all tests of a run; each makes its own meeting.
 */
public final class Service {
  private static final class Shared {
    static final Service SERVICE = start();
  }

  private final Main main;
  private final Path data;
  private final Database database;

  private Service(Main main, Path data) {
    this.main = main;
    this.data = data;
    this.database = Database.in(data);
  }

  public static Service shared() {
    return Shared.SERVICE;
  }

  private static Service start() {
    try {
      Path data = Files.createTempDirectory("sovittu-test");
      Path template = Files.writeString(data.resolve("first.yaml"), Hall.TEMPLATE);
      Main main =
          Main.start(
              Map.of(
                  "SOVITTU_PORT",
                  "0",
                  "SOVITTU_HOST",
                  "127.0.0.1",
                  "SOVITTU_DATA",
                  data.toString(),
                  "SOVITTU_TEMPLATE",
                  template.toString()));
      Service service = new Service(main, data);
      Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop the shared service"));
      return service;
    } catch (Exception e) {
      throw new IllegalStateException("the service did not start", e);
    }
  }

  private void stop() {
    main.close();
    remove(data);
  }

  /** Removes a folder with all that is in it. */
  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return addressOf(main);
  }

  /** Where a service listens that was started without a public address. */
  public static URI addressOf(Main main) {
    return URI.create("http://127.0.0.1:" + URI.create(main.links().joinUrl()).getPort());
  }

  /** The addresses of the meeting that the start made. */
  public MeetingLinks links() {
    return main.links();
  }

  public Path data() {
    return data;
  }

  public Database database() {
    return database;
  }

  /** What another node of the service is started with, to share the database of that name. */
  public Map<String, String> environment(String databaseName) throws IOException {
    return Map.of(
        "SOVITTU_PORT",
        "0",
        "SOVITTU_HOST",
        "127.0.0.1",
        "SOVITTU_DATABASE_URL",
        "postgresql://postgres:%s@127.0.0.1:%d/%s"
            .formatted(password(), database.port(), databaseName),
        "SOVITTU_SECRET",
        Files.readString(data.resolve("server-secret")).strip());
  }

  /** Of the embedded database. */
  public String password() throws IOException {
    return Files.readString(data.resolve("database-password")).strip();
  }

  /** What a thief of the database alone does not have. */
  public ServerSecret secret() throws IOException {
    return new ServerSecret(
        Files.readString(data.resolve("server-secret")).strip().getBytes(StandardCharsets.UTF_8));
  }

  /** Someone who has only just opened the browser. */
  public Person stranger() {
    return new Person(address());
  }
}
