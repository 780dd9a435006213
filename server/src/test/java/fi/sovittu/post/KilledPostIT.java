package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.MailServer;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while a message is being sent, over an encrypted connection. */
class KilledPostIT {
  private static final String STORE_PASSWORD = "changeit";
  private static final int PEOPLE = 6;

  @TempDir private Path folder;

  /** A certificate for localhost, in a file that the service is told to trust. */
  private Path certificate() throws Exception {
    Path store = folder.resolve("mail.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    return store;
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void nothingIsLostAndOnlyThatMessageMayComeTwice() throws Exception {
    Path store = certificate();
    Path data = folder.resolve("data");
    try (MailServer mails = MailServer.start(context(store))) {
      Map<String, String> settings =
          Map.of(
              "SOVITTU_SMTP_HOST",
              "localhost",
              "SOVITTU_SMTP_PORT",
              Integer.toString(mails.port()),
              "SOVITTU_SMTP_USER",
              MailServer.USER,
              "SOVITTU_SMTP_PASSWORD",
              MailServer.PASSWORD,
              "SOVITTU_SMTP_FROM",
              "hyte@kunta.example",
              "SOVITTU_SMTP_PER_MINUTE",
              "6000",
              "JAVA_TOOL_OPTIONS",
              "-Djavax.net.ssl.trustStore="
                  + store
                  + " -Djavax.net.ssl.trustStorePassword="
                  + STORE_PASSWORD);
      int port = ServiceProcess.freePort();
      mails.hold();
      try (ServiceProcess service = ServiceProcess.start(data, port, settings).awaitReady()) {
        Hall hall = Hall.open(service.address(), service.organiserLink(), Database.in(data));
        for (int i = 0; i < PEOPLE; i++) {
          hall.database()
              .rows(
                  """
                  with fresh as (
                    insert into participant (id, meeting_id, name, email, link_generation)
                    values (gen_random_uuid(), ?, ?, ?, 1) returning id, meeting_id)
                  insert into role_grant (meeting_id, participant_id, role)
                  select meeting_id, id, 'PARTICIPANT' from fresh
                  """,
                  hall.id(),
                  "Henkilö " + i,
                  "h" + i + "@kunta.example");
        }
        hall.organiser()
            .put(
                "/api/post/orders/" + UUID.randomUUID(),
                new JsonObject().put("to", "UNSENT").putNull("participants"))
            .done();
        mails.awaitHeld();
        service.kill();
        // The server has it all the same, and its yes reaches nobody.
        mails.letGo();
        Eventually.until("it was taken", () -> mails.taken().size() == 1);
        try (ServiceProcess again = ServiceProcess.start(data, port, settings).awaitReady()) {
          // Not to wait for it here.
          hall.database()
              .rows(
                  "update message set claimed_until = clock_timestamp() where claimed_until is not"
                      + " null");
          Eventually.until(
              "all were sent: " + again.errors(),
              () ->
                  hall.database().count("select count(*) from message where state = 'SENT'")
                      == PEOPLE);
        }
      }
      List<String> ids = new ArrayList<>();
      for (MailServer.Taken taken : mails.taken()) {
        assertThat(taken.encrypted()).isTrue();
        ids.add(new Mail(taken).header("Message-ID"));
      }
      assertThat(ids).hasSize(PEOPLE + 1);
      assertThat(ids.get(0)).as("the same message to whoever receives it").isIn(ids.subList(1, 7));
      assertThat(ids.subList(1, 7)).doesNotHaveDuplicates();
    }
  }
}
