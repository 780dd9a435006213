package fi.sovittu.abuse;

import fi.sovittu.support.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection that sends whatever it is told to, right or wrong. */
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  /** The first byte of a server's close frame (RFC 6455, 5.5.1). */
  private static final int CLOSE_FRAME = 0x88;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  private RawSocket(URI service) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    // Closing sends a reset: no port is kept busy, and the service meets that too.
    socket.setSoLinger(true, 0);
    socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  static RawSocket open(URI service) throws IOException {
    return new RawSocket(service);
  }

  /** A WebSocket of the person's, after its handshake. */
  static RawSocket webSocket(Person person, String path) throws IOException {
    RawSocket opened = open(person.service());
    opened.send(
        """
        GET %s?as=%s HTTP/1.1\r
        Host: %s:%d\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Cookie: %s\r
        \r
        """
            .formatted(
                path,
                person.participant(),
                person.service().getHost(),
                person.service().getPort(),
                person.cookie()));
    String answer = opened.head();
    if (!answer.startsWith("HTTP/1.1 101")) {
      opened.close();
      throw new IOException("no WebSocket: " + answer);
    }
    return opened;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** The head of an HTTP answer. */
  String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Reads what has come and forgets it, as a client that is no slow reader. */
  void drain() throws IOException {
    while (in.available() > 0) {
      in.skipNBytes(in.available());
    }
  }

  /** Whether the other side hangs up within the time, or on a WebSocket says that it will. */
  boolean isEndedWithin(int millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    try {
      while (true) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        socket.setSoTimeout((int) left);
        int first = in.read();
        if (first < 0 || first == CLOSE_FRAME) {
          return true;
        }
        int length = in.read();
        in.skipNBytes(length == 126 ? in.read() << 8 | in.read() : Math.max(0, length));
      }
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Whether the other side has hung up within the time, whatever it said before. */
  boolean isCutWithin(int millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    byte[] rest = new byte[4096];
    try {
      while (true) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        socket.setSoTimeout((int) left);
        if (in.read(rest) < 0) {
          return true;
        }
      }
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Bytes of a frame (RFC 6455, 5.2) that need not be right. */
  static byte[] frame(int firstByte, boolean masked, long declared, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) firstByte);
    int mask = masked ? 0x80 : 0;
    if (declared >= 0 && declared < 126) {
      frame.put((byte) (mask | (int) declared));
    } else if (declared >= 0 && declared < 65_536) {
      frame.put((byte) (mask | 126)).putShort((short) declared);
    } else {
      frame.put((byte) (mask | 127)).putLong(declared);
    }
    byte[] key = {1, 2, 3, 4};
    if (masked) {
      frame.put(key);
    }
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (masked ? payload[i] ^ key[i % 4] : payload[i]));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  /** A right frame. */
  static byte[] frame(int firstByte, byte[] payload) {
    return frame(firstByte, true, payload.length, payload);
  }
}
