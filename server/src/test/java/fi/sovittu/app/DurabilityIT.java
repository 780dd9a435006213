package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.support.Database;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded database keeps what was acknowledged, to itself. */
class DurabilityIT {
  private final Service service = Service.shared();

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "log_statement, none"
  })
  void settings(String name, String value) {
    assertThat(service.database().value("show " + name)).isEqualTo(value);
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    int port = ((Number) service.database().value("select inet_server_port()")).intValue();
    for (String wrong : List.of("", "postgres", "wrong")) {
      assertThatThrownBy(() -> new Database(port, wrong).count("select 1"))
          .hasStackTraceContaining("password");
    }
    assertThat(service.database().column("select auth_method from pg_hba_file_rules"))
        .containsOnly("scram-sha-256");
  }

  @Test
  void itIsNotReachedFromOutside() throws Exception {
    int port = ((Number) service.database().value("select inet_server_port()")).intValue();
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          assertThatThrownBy(
                  () -> {
                    try (Socket socket = new Socket()) {
                      socket.connect(new InetSocketAddress(address, port), 2_000);
                    }
                  })
              .as(address.toString())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void aSecondServiceInThisProcessIsRefused() {
    assertThatThrownBy(() ->
            Main.start(Map.of("SOVITTU_PORT", "0", "SOVITTU_DATA", service.data().toString())))
        .isInstanceOf(Config.Impossible.class)
        .message()
        .startsWith("SOVITTU_DATA: ")
        .hasLineCount(1);
    service.stranger().get("/health/ready").done();
  }

  @Test
  void aSecondServiceInAnotherProcessIsRefusedInOneLine() throws Exception {
    ServiceProcess second = ServiceProcess.start(service.data(), 0);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.errors().lines().toList())
        .singleElement()
        .asString()
        .startsWith("SOVITTU_DATA: ")
        .contains("in use by another service");
    service.stranger().get("/health/ready").done();
  }

  @Test
  void whatTheFolderHoldsIsNotForOthers() throws Exception {
    for (String secret : List.of("server-secret", "database-password")) {
      assertThat(Files.getPosixFilePermissions(service.data().resolve(secret))).hasSize(2);
    }
  }

  @Test
  void theServiceTellsThatItLives() {
    assertThat(service.stranger().get("/health/live").done().text()).isEqualTo("live\n");
    assertThat(service.stranger().get("/openapi.yaml").done().text()).startsWith("openapi: 3.1.0");
  }
}
