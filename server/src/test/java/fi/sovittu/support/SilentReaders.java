package fi.sovittu.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * WebSockets that ask for much and read nothing: each has a small window, says now and then that it
 * is still there, and lets everything that it is sent wait. Thread-safe.
 */
public final class SilentReaders implements AutoCloseable {
  private static final int SMALL_WINDOW_BYTES = 4_096;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int LONGEST_HEAD = 4_096;
  private static final int OPENED_AT_ONCE = 64;
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int TWO_BYTES = 126;

  /** A client's frames are masked; the empty mask does. */
  private static final byte[] MASK = new byte[4];

  private final List<Socket> sockets = new ArrayList<>();

  private SilentReaders() {}

  /**
   * Opens so many, in turn with the cookies of these people.
   *
   * @param addresses what each listens to
   */
  public static SilentReaders open(List<Person> people, int count, List<String> addresses)
      throws Exception {
    SilentReaders readers = new SilentReaders();
    List<Future<Socket>> opening = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(OPENED_AT_ONCE)) {
      for (int i = 0; i < count; i++) {
        Person person = people.get(i % people.size());
        opening.add(threads.submit(() -> connect(person, addresses)));
      }
    }
    try {
      for (Future<Socket> socket : opening) {
        readers.sockets.add(socket.get());
      }
    } catch (Exception notLetIn) {
      readers.close();
      throw notLetIn;
    }
    return readers;
  }

  private static Socket connect(Person person, List<String> addresses) throws IOException {
    Socket socket = new Socket();
    // Both before it is connected, or they are in vain. Closing sends a reset: no port is kept.
    socket.setReceiveBufferSize(SMALL_WINDOW_BYTES);
    socket.setSoLinger(true, 0);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(
        new InetSocketAddress(person.service().getHost(), person.service().getPort()),
        PATIENCE_MILLIS);
    write(
        socket,
        """
        GET /live/websocket?as=%s HTTP/1.1\r
        Host: %s\r
        Cookie: %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(person.participant(), person.service().getAuthority(), person.cookie())
            .getBytes(StandardCharsets.US_ASCII));
    upgraded(socket.getInputStream());
    for (String address : addresses) {
      write(socket, frame(Listener.registration(address).encode()));
    }
    return socket;
  }

  /** Nothing is sent behind the head before something has been registered. */
  private static void upgraded(InputStream in) throws IOException {
    byte[] head = new byte[LONGEST_HEAD];
    int length = 0;
    while (!new String(head, 0, length, StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int read = in.read(head, length, head.length - length);
      if (read <= 0) {
        throw new IOException("no WebSocket");
      }
      length += read;
    }
    String text = new String(head, 0, length, StandardCharsets.US_ASCII);
    if (!text.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("no WebSocket: " + text);
    }
  }

  private static byte[] frame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= TWO_BYTES) {
      throw new IllegalArgumentException(text);
    }
    byte[] frame = new byte[2 + MASK.length + bytes.length];
    frame[0] = (byte) TEXT;
    frame[1] = (byte) (MASKED | bytes.length);
    System.arraycopy(bytes, 0, frame, 2 + MASK.length, bytes.length);
    return frame;
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /**
   * Each says that it is still there, as the service wants to hear from time to time.
   *
   * @return how many the service has not hung up on
   */
  public int ping() {
    byte[] ping = frame("{\"type\":\"ping\"}");
    int there = 0;
    for (Socket socket : sockets) {
      try {
        write(socket, ping);
        there++;
      } catch (IOException hungUp) {
        // As the service may.
      }
    }
    return there;
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException closedMeanwhile) {
        // As it should be.
      }
    }
  }
}
