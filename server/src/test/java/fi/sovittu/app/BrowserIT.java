package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.MailServer;
import fi.sovittu.support.Provider;
import io.vertx.core.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the browser tests of {@code web-client/e2e} against the real service with a demo day of its
 * own; beside the other classes, as it has nothing in common with them.
 */
@Execution(ExecutionMode.CONCURRENT)
class BrowserIT {
  private static Map<String, String> settings(Path data, MailServer mails) {
    return Map.of(
        "SOVITTU_PORT",
        "0",
        "SOVITTU_DATA",
        data.toString(),
        "SOVITTU_SMTP_HOST",
        "localhost",
        "SOVITTU_SMTP_PORT",
        Integer.toString(mails.port()),
        "SOVITTU_SMTP_SECURITY",
        "none",
        "SOVITTU_SMTP_FROM",
        "hyte@example.org",
        "SOVITTU_SMTP_PER_MINUTE",
        "600");
  }

  private static Map<String, String> with(Provider provider, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(provider.environment());
    return all;
  }

  /** With {@code -De2e=day} only {@code day.spec.ts} runs. */
  private static List<String> command(String npm) {
    List<String> command = new ArrayList<>(List.of(npm, "run", "--silent", "e2e"));
    String one = System.getProperty("e2e");
    if (one != null) {
      command.addAll(List.of("--", one));
    }
    return command;
  }

  @Test
  void thePeopleOfTheDayFindTheirWay(@TempDir Path data) throws Exception {
    try (MailServer mails = MailServer.start();
        Provider provider = Provider.start(false);
        Main service = Main.start(with(provider, settings(data, mails)))) {
      // Says e2e/letters.spec.ts too.
      mails.answer("tuntematon@example.org", before -> "550 5.1.1 unknown");
      boolean windows = System.getProperty("os.name").startsWith("Windows");
      ProcessBuilder npm =
          new ProcessBuilder(command(windows ? "npm.cmd" : "npm"))
              .directory(new File("../web-client"))
              .redirectErrorStream(true);
      npm.environment().put("SOVITTU_LINKS", Json.encode(service.links()));
      Process tests = npm.start();
      tests.getOutputStream().close();
      // Line by line: the streams of a forked test JVM belong to the test runner.
      try (BufferedReader lines = tests.inputReader()) {
        lines.lines().forEach(System.out::println);
      }
      assertThat(tests.waitFor()).as("exit code of the browser tests").isZero();
    }
  }
}
