package fi.sovittu.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection of HTTP/1.1, for one request at a time. It reads no more of an answer
 * than where it ends, so that the generator takes little of the processor it shares with what it
 * measures. Event loop only.
 */
final class Wire {
  /**
   * @param head the lines before the body, each with its end
   */
  record Answer(String head, String body) {
    /** The first header of this name, in small letters. */
    String header(String name) {
      return value(head, name);
    }
  }

  private static final String LENGTH = "content-length";

  private final NetSocket socket;
  private Buffer received = Buffer.buffer();
  private Promise<Answer> answer = Promise.promise();
  private boolean open = true;

  Wire(NetSocket socket) {
    this.socket = socket;
    socket.handler(this::receive);
    socket.closeHandler(closed -> {
      open = false;
      answer.tryFail("the connection was closed");
    });
  }

  /** Whether the server still keeps it. */
  boolean isOpen() {
    return open;
  }

  /**
   * Sends a whole request.
   *
   * @return the answer; fails when its status is not 200 or 201
   */
  Future<Answer> send(Buffer request) {
    answer = Promise.promise();
    socket.write(request);
    return answer.future();
  }

  private void receive(Buffer bytes) {
    // What the socket hands over may not be able to grow.
    received =
        received.length() == 0 ? bytes : Buffer.buffer().appendBuffer(received).appendBuffer(bytes);
    String text = received.toString(StandardCharsets.ISO_8859_1);
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || received.length() < head + 4 + length(text.substring(0, head))) {
      return;
    }
    received = Buffer.buffer();
    if (text.startsWith("HTTP/1.1 200 ") || text.startsWith("HTTP/1.1 201 ")) {
      answer.complete(new Answer(text.substring(0, head + 2), text.substring(head + 4)));
    } else {
      answer.fail(text);
    }
  }

  private static int length(String head) {
    return Integer.parseInt(value(head, LENGTH));
  }

  private static String value(String head, String name) {
    int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
    if (at < 0) {
      throw new IllegalStateException("an answer without " + name + ": " + head);
    }
    int begin = at + name.length() + 3;
    int end = head.indexOf('\r', begin);
    return head.substring(begin, end < 0 ? head.length() : end).strip();
  }
}
