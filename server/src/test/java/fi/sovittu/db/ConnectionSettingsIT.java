package fi.sovittu.db;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.support.OwnDatabase;
import fi.sovittu.support.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is told the same by every connection of the service, whichever pool it is of. */
class ConnectionSettingsIT {
  @Test
  void noConnectionCompilesStatementsOrTrustsAnEmptyTable(@TempDir Path folder) throws Exception {
    try (OwnDatabase database = OwnDatabase.in(folder);
        Greetings greetings = Greetings.before(database.port())) {
      Map<String, String> environment = new HashMap<>(Service.shared().environment("postgres"));
      environment.put("SOVITTU_DATABASE_URL", OwnDatabase.urlAt(greetings.port()));
      Main.start(environment).close();
      List<Map<String, String>> ofThePools =
          greetings.heard().stream().filter(said -> !said.containsKey("options")).toList();
      assertThat(ofThePools)
          .as("both pools and the one that listens")
          .hasSizeGreaterThan(2)
          .anyMatch(said -> Notices.APPLICATION.equals(said.get("application_name")))
          .allSatisfy(said ->
              assertThat(said)
                  .containsEntry("jit", "off")
                  .containsEntry("enable_seqscan", "off")
                  .containsEntry("plan_cache_mode", "force_generic_plan"));
      // Flyway's driver has one word for all settings.
      assertThat(greetings.heard())
          .filteredOn(said -> said.containsKey("options"))
          .as("the migrations' connections")
          .isNotEmpty()
          .allSatisfy(said ->
              assertThat(said.get("options")).contains("-c jit=off", "-c enable_seqscan=off"));
    }
  }
}
