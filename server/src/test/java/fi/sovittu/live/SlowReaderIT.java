package fi.sovittu.live;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A phone that does not read what it is sent: it must neither cost memory nor miss the newest. */
class SlowReaderIT {
  private static final int VOTERS = 40;
  private static final int PUBLICATIONS = 14;
  private static final int SMALL_WINDOW_BYTES = 4_096;

  /** What waits in the service and in the systems of both ends. */
  private static final int MOST_KEPT = 350_000;

  private static final int READ_WAIT_MILLIS = 1_500;

  /**
   * A WebSocket on a plain socket with a small window, whose reading is up to the test. Its frames
   * have the empty mask.
   */
  private static final class Sleeper implements AutoCloseable {
    private final Socket socket = new Socket();

    Sleeper(Person person, String address) throws IOException {
      socket.setReceiveBufferSize(SMALL_WINDOW_BYTES);
      socket.setSoTimeout(READ_WAIT_MILLIS);
      socket.connect(new InetSocketAddress(person.service().getHost(), person.service().getPort()));
      write(
          ("GET /live/websocket?as=%s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nUpgrade: websocket\r\n"
                  + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
              .formatted(person.participant(), person.service().getAuthority(), person.cookie())
              .getBytes(StandardCharsets.US_ASCII));
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) socket.getInputStream().read());
      }
      assertThat(head.toString()).startsWith("HTTP/1.1 101 ");
      byte[] text = Listener.registration(address).encode().getBytes(StandardCharsets.UTF_8);
      byte[] frame = new byte[2 + 4 + text.length];
      frame[0] = (byte) 0x81;
      frame[1] = (byte) (0x80 | text.length);
      assertThat(text.length).isLessThan(126);
      System.arraycopy(text, 0, frame, 6, text.length);
      write(frame);
    }

    private void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Everything that comes until nothing has come for a while. */
    List<JsonObject> readAll() throws IOException {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      List<JsonObject> sections = new ArrayList<>();
      StringBuilder message = new StringBuilder();
      try {
        while (true) {
          int first = in.readUnsignedByte();
          int length = in.readUnsignedByte();
          length =
              length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
          message.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
          if ((first & 0x80) != 0) {
            sections.add(new JsonObject(message.toString()).getJsonObject("body"));
            message.setLength(0);
          }
        }
      } catch (SocketTimeoutException nothingMore) {
        return sections;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void skipsWhatIsOldAndGetsTheNewest() throws IOException {
    Hall hall = Hall.open();
    UUID poll = hall.asks(PollForm.text(5).named().shown("LIVE"));
    String address = "sovittu.results." + hall.room(Hall.PLENARY);
    Person matti = hall.join(1);
    Person talker = hall.join(2);
    String[] long5 = new String[5];
    for (int i = 0; i < VOTERS; i++) {
      for (int text = 0; text < long5.length; text++) {
        long5[text] = (i + "." + text + " ").repeat(80).substring(0, 200);
      }
      hall.join(3 + i % 20).votes(poll, Ballots.texts(null, 1, long5)).done();
    }
    try (Listener honest = Listener.of(matti);
        Sleeper sleeper = new Sleeper(hall.join(3), address)) {
      assertThat(honest.register(address)).isTrue();
      long bytes = 0;
      for (int i = 1; i <= PUBLICATIONS; i++) {
        String newest = "uusin " + i;
        talker.votes(poll, Ballots.texts(null, i, newest)).done();
        bytes +=
            honest.await(address, section -> section.encode().contains(newest)).encode().length();
      }
      List<JsonObject> read = sleeper.readAll();
      long sent = read.stream().mapToLong(section -> section.encode().length()).sum();
      assertThat(bytes).as("published").isGreaterThan(2 * MOST_KEPT);
      assertThat(sent).as("kept for the sleeper").isLessThan(MOST_KEPT);
      assertThat(read.getLast().encode()).contains("uusin " + PUBLICATIONS);
      // It is a listener like any other again.
      talker.votes(poll, Ballots.texts(null, PUBLICATIONS + 1, "vielä yksi")).done();
      Eventually.until(
          "the newest came",
          () -> {
            try {
              return sleeper.readAll().stream()
                  .anyMatch(section -> section.encode().contains("viel"));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
    }
  }
}
