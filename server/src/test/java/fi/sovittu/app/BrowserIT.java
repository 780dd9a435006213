package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the browser tests of {@code web-client/e2e} against the real service with a demo day of its
 * own.
 */
class BrowserIT {
  @Test
  void thePeopleOfTheDayFindTheirWay(@TempDir Path data) throws Exception {
    try (Main service = Main.start(Map.of("SOVITTU_PORT", "0", "SOVITTU_DATA", data.toString()))) {
      boolean windows = System.getProperty("os.name").startsWith("Windows");
      ProcessBuilder npm =
          new ProcessBuilder(windows ? "npm.cmd" : "npm", "run", "--silent", "e2e")
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
