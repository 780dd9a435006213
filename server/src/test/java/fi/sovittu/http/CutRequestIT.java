package fi.sovittu.http;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CutRequestIT {
  @Test
  void whoIsGoneInTheMiddleOfARequestIsNoFailureOfTheService() throws Exception {
    Hall hall = Hall.open();
    URI service = hall.service();
    String path = "/api/meetings/" + hall.code() + "/participants";
    try (Log log = new Log()) {
      for (int i = 0; i < 20; i++) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
          OutputStream out = socket.getOutputStream();
          out.write(
              """
              POST %s HTTP/1.1\r
              Host: %s\r
              Content-Type: application/json\r
              Content-Length: 100\r
              \r
              {\
              """
                  .formatted(path, service.getAuthority())
                  .getBytes(StandardCharsets.US_ASCII));
          out.flush();
          // Answered on the same event loop, so the request above has been taken when this returns.
          hall.organiser().get("/api/live").done();
          // Closing then resets the connection (RFC 9293, 3.10.5) instead of ending it in order.
          socket.setSoLinger(true, 0);
        }
        hall.organiser().get("/api/live").done();
      }
      assertThat(log.lines()).noneMatch(line -> line.contains(path));
    }
  }
}
