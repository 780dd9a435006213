package fi.sovittu.db;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A door to PostgreSQL that hears with what settings each connection begins (PostgreSQL's protocol,
 * StartupMessage), and then lets everything pass. Thread-safe.
 */
final class Greetings implements AutoCloseable {
  /** Version 3.0 of the protocol, in the place where other first messages have their kind. */
  private static final int STARTUP = 3 << 16;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();

  private Greetings(int target) throws IOException {
    this.target = target;
  }

  static Greetings before(int target) throws IOException {
    Greetings greetings = new Greetings(target);
    Thread.startVirtualThread(greetings::serve);
    return greetings;
  }

  int port() {
    return door.getLocalPort();
  }

  /** The settings that connections began with, in the order in which they came. */
  List<Map<String, String>> heard() {
    return List.copyOf(heard);
  }

  private void serve() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.startVirtualThread(() -> greet(client));
      }
    } catch (IOException closed) {
      // Nobody comes in any more.
    }
  }

  private void greet(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(server.getOutputStream());
      Thread.startVirtualThread(() -> pass(server, client));
      boolean begun = false;
      while (!begun) {
        int length = in.readInt();
        byte[] message = in.readNBytes(length - Integer.BYTES);
        begun = new DataInputStream(new ByteArrayInputStream(message)).readInt() == STARTUP;
        if (begun) {
          heard.add(settings(message));
        }
        out.writeInt(length);
        out.write(message);
      }
      in.transferTo(out);
    } catch (IOException gone) {
      // Closing both ends is all that is left to do.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // As above.
    }
  }

  /** Name and value in turn, each ended by a zero. */
  private static Map<String, String> settings(byte[] message) {
    String[] words =
        new String(message, Integer.BYTES, message.length - Integer.BYTES, StandardCharsets.UTF_8)
            .split("\0");
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      settings.put(words[i], words[i + 1]);
    }
    return settings;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
