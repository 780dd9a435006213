package fi.sovittu.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;

/**
 * A phone's WebSocket on a plain socket: reads frames (RFC 6455) and looks for one text in them.
 * Event loop only.
 */
final class Ear {
  private static final byte[] MASK = {0, 0, 0, 0};
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private final NetSocket socket;
  private final Promise<Ear> opened = Promise.promise();
  private Buffer received = Buffer.buffer();
  private boolean upgraded;
  private String wanted;
  private Promise<Long> heard = Promise.promise();

  Ear(NetSocket socket) {
    this.socket = socket;
    socket.handler(this::receive);
    socket.exceptionHandler(cut -> {});
  }

  /** Asks for the upgrade. */
  Future<Ear> open(Buffer request) {
    socket.write(request);
    return opened.future();
  }

  /** Sends a text; the empty mask saves work and is allowed to a client that fears no proxy. */
  void say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Buffer frame = Buffer.buffer().appendByte((byte) TEXT);
    if (bytes.length < TWO_BYTES) {
      frame.appendByte((byte) (MASKED | bytes.length));
    } else {
      frame.appendByte((byte) (MASKED | TWO_BYTES)).appendShort((short) bytes.length);
    }
    socket.write(frame.appendBytes(MASK).appendBytes(bytes));
  }

  /** The instant, by {@link System#nanoTime}, at which the first frame with this text comes. */
  Future<Long> hear(String text) {
    wanted = text;
    heard = Promise.promise();
    return heard.future();
  }

  void cut() {
    socket.close();
  }

  private void receive(Buffer bytes) {
    received =
        received.length() == 0 ? bytes : Buffer.buffer().appendBuffer(received).appendBuffer(bytes);
    if (!upgraded && !upgrade()) {
      return;
    }
    int at = 0;
    for (int next = end(at); next >= 0; next = end(at)) {
      listen(at, next);
      at = next;
    }
    received = received.getBuffer(at, received.length());
  }

  private boolean upgrade() {
    String text = received.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!text.startsWith("HTTP/1.1 101 ")) {
      opened.tryFail(text);
      return false;
    }
    upgraded = true;
    received = received.getBuffer(end + 4, received.length());
    opened.tryComplete(this);
    return true;
  }

  /** Where the frame that begins here ends; -1 when it has not come whole yet. */
  private int end(int at) {
    int left = received.length() - at;
    if (left < 2) {
      return -1;
    }
    int length = received.getByte(at + 1) & 0x7f;
    int head = length == TWO_BYTES ? 4 : length == EIGHT_BYTES ? 10 : 2;
    if (left < head) {
      return -1;
    }
    if (length == TWO_BYTES) {
      length = received.getUnsignedShort(at + 2);
    } else if (length == EIGHT_BYTES) {
      length = (int) received.getLong(at + 2);
    }
    return left < head + length ? -1 : at + head + length;
  }

  private void listen(int from, int to) {
    if (wanted != null
        && received.getString(from, to, StandardCharsets.ISO_8859_1.name()).contains(wanted)) {
      wanted = null;
      heard.tryComplete(System.nanoTime());
    }
  }
}
