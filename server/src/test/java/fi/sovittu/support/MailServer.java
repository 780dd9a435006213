package fi.sovittu.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP server of a test's own (RFC 5321): it takes real conversations, keeps what it is handed,
 * and says no where the test wants it to. Thread-safe.
 */
public final class MailServer implements AutoCloseable {
  /** The only user of a server that asks who sends. */
  public static final String USER = "hyte";

  public static final String PASSWORD = "salasana Ääkkönen";

  /**
   * A message as it was handed over.
   *
   * @param to the recipient of the envelope
   * @param raw headers and body, lines ended by CR LF
   * @param encrypted whether nobody on the way could read it
   */
  public record Taken(String to, String raw, boolean encrypted) {}

  private final int port;
  private final SSLContext tls;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Integer, String>> answers = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch hold = new CountDownLatch(0);
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile ServerSocket listener;

  private MailServer(int port, SSLContext tls) {
    this.port = port;
    this.tls = tls;
  }

  /** Starts one that everybody may talk to openly. */
  public static MailServer start() throws IOException {
    return start(null);
  }

  /**
   * Starts one that wants its users to be encrypted and signed in.
   *
   * @param tls its certificate; null for the open one
   */
  public static MailServer start(SSLContext tls) throws IOException {
    MailServer server = new MailServer(ServiceProcess.freePort(), tls);
    server.startAgain();
    return server;
  }

  /** Listens again after {@link #close()}. */
  public void startAgain() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    listener = socket;
    Thread.ofVirtual().start(() -> accept(socket));
  }

  /** Cuts all conversations and takes no more. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  public int port() {
    return port;
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Those to one address. */
  public List<Taken> takenFor(String address) {
    return taken.stream().filter(one -> one.to().equals(address)).toList();
  }

  /**
   * What is said to a recipient.
   *
   * @param answer by how many times it was named before, such as {@code 550 no such user}; null for
   *     yes
   */
  public void answer(String address, Function<Integer, String> answer) {
    answers.put(address, answer);
  }

  /** From now on a message that is handed over is not acknowledged before {@link #letGo()}. */
  public void hold() {
    held = new CountDownLatch(1);
    hold = new CountDownLatch(1);
  }

  public void letGo() {
    hold.countDown();
  }

  /** Waits until a message is held. */
  public void awaitHeld() {
    Eventually.until("a message was handed over", () -> held.getCount() == 0);
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new Conversation(client).run();
    } catch (IOException gone) {
      // Also how a test ends it.
    } finally {
      open.remove(client);
    }
  }

  private final class Conversation {
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private boolean signedIn = tls == null;
    private String to = "";

    Conversation(Socket socket) throws IOException {
      talkOver(socket);
    }

    private void talkOver(Socket over) throws IOException {
      socket = over;
      in = new BufferedReader(new InputStreamReader(over.getInputStream(), StandardCharsets.UTF_8));
      out = over.getOutputStream();
    }

    private void say(String lines) throws IOException {
      out.write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    void run() throws IOException {
      say("220 test ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> say(greeting());
          case "STARTTLS" -> startTls();
          case "AUTH" -> signIn(line);
          case "MAIL" -> say(signedIn ? "250 ok" : "530 5.7.0 sign in first");
          case "RCPT" -> recipient(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
          case "DATA" -> data();
          case "RSET", "NOOP" -> say("250 ok");
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("502 what?");
        }
      }
    }

    private boolean encrypted() {
      return socket instanceof SSLSocket;
    }

    private String greeting() {
      if (tls == null) {
        return "250-test\r\n250 8BITMIME";
      }
      return encrypted() ? "250-test\r\n250 AUTH PLAIN" : "250-test\r\n250 STARTTLS";
    }

    private void startTls() throws IOException {
      say("220 go on");
      SSLSocket encrypted =
          (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      encrypted.setUseClientMode(false);
      talkOver(encrypted);
    }

    private void signIn(String line) throws IOException {
      String given =
          new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8);
      signedIn = given.equals("\0" + USER + "\0" + PASSWORD);
      say(signedIn ? "235 welcome" : "535 5.7.8 wrong");
    }

    private void recipient(String address) throws IOException {
      int before = asked.merge(address, 1, Integer::sum) - 1;
      String no = answers.getOrDefault(address, times -> null).apply(before);
      to = address;
      say(no == null ? "250 ok" : no);
    }

    private void data() throws IOException {
      say("354 go on");
      StringBuilder raw = new StringBuilder();
      for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
        raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      CountDownLatch wait = hold;
      held.countDown();
      try {
        wait.await();
      } catch (InterruptedException e) {
        throw new UncheckedIOException(new IOException(e));
      }
      taken.add(new Taken(to, raw.toString(), encrypted()));
      say("250 taken");
    }
  }
}
