package fi.sovittu.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy that does to connections what bad networks do. A connection that has lost bytes is
 * never whole again: it stays silent until one of its ends closes it, whatever the mode is then.
 * Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
  /** What happens to bytes on their way. */
  public enum Mode {
    PASS,
    /** Each piece arrives late. */
    DELAY,
    /** What clients send gets lost. */
    SWALLOW_REQUESTS,
    /** What clients send arrives; the answers get lost. */
    SWALLOW_ANSWERS,
    /** Half of a request arrives, and then the connection is cut. */
    HALF_REQUESTS,
    /** Half of an answer arrives, and then the connection is cut. */
    HALF_ANSWERS,
    /** Connections are taken, and everything gets lost in both directions. */
    BLACK_HOLE
  }

  /** How late a piece arrives in the mode {@link Mode#DELAY}. */
  public static final Duration DELAY = Duration.ofMillis(300);

  private static final int PIECE = 64 * 1024;

  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;
  private volatile boolean refusing;
  private ServerSocket door;

  private FaultProxy(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    this.port = door.getLocalPort();
  }

  /** A proxy in front of a port of this machine, on a free port. */
  public static FaultProxy to(int port) throws IOException {
    FaultProxy proxy = new FaultProxy(port);
    proxy.serve(proxy.door);
    return proxy;
  }

  public int port() {
    return port;
  }

  public void mode(Mode next) {
    mode = next;
  }

  /** Cuts all connections (RST); new ones are taken. */
  public void cut() {
    sockets.forEach(FaultProxy::reset);
  }

  /** Cuts all connections and lets no new one in. */
  public synchronized void refuse() throws IOException {
    refusing = true;
    door.close();
    cut();
  }

  /** Lets connections in again. */
  public synchronized void admit() throws IOException {
    if (refusing) {
      refusing = false;
      door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      serve(door);
    }
  }

  /** Everything passes from now on, for connections that have lost nothing. */
  public void heal() throws IOException {
    mode(Mode.PASS);
    admit();
  }

  @Override
  public synchronized void close() throws IOException {
    door.close();
    cut();
  }

  private void serve(ServerSocket entrance) {
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          connect(entrance.accept());
        }
      } catch (IOException closed) {
        // Nobody comes in any more.
      }
    });
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    Socket server = new Socket();
    sockets.add(server);
    try {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException nobodyThere) {
      end(client, server);
      return;
    }
    pump(client, server, Set.of(Mode.SWALLOW_REQUESTS, Mode.BLACK_HOLE), Mode.HALF_REQUESTS);
    pump(server, client, Set.of(Mode.SWALLOW_ANSWERS, Mode.BLACK_HOLE), Mode.HALF_ANSWERS);
  }

  private void pump(Socket from, Socket to, Set<Mode> losing, Mode halving) {
    Thread.startVirtualThread(() -> {
      byte[] piece = new byte[PIECE];
      boolean lost = false;
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
          Mode now = mode;
          lost |= losing.contains(now);
          if (lost) {
            continue;
          }
          if (now == Mode.DELAY) {
            Thread.sleep(DELAY);
          }
          if (now == halving) {
            out.write(Arrays.copyOf(piece, length / 2));
            break;
          }
          out.write(piece, 0, length);
        }
      } catch (IOException cutOff) {
        // So are both ends.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        end(from, to);
      }
    });
  }

  private void end(Socket one, Socket other) {
    reset(one);
    reset(other);
    sockets.remove(one);
    sockets.remove(other);
  }

  private static void reset(Socket socket) {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    } catch (IOException closedMeanwhile) {
      // As it should be.
    }
  }
}
