package fi.sovittu.bench;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is measured and what measures it: the service and the bare server as processes of their own
 * on the same durable PostgreSQL, the phones, and the generator's event loop.
 */
final class Rig implements AutoCloseable {
  private static final double KILOBYTES = 1_024;

  /** What has been started, the last first. */
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Path data;
  private String installed;
  private ServiceProcess service;
  private List<ProcessHandle> serviceProcess;
  private Database database;
  private ProcessHandle databaseProcess;
  private BareProcess bare;
  private Vertx vertx;
  private Context context;
  private Floor floor;
  private Hall hall;
  private List<Person> phones;
  private int connections;
  private Wires toService;
  private Wires toBare;

  /** Starts everything; {@link #close} ends it also when this failed half way. */
  void start(Settings settings) throws Exception {
    data = Files.createTempDirectory(Files.createDirectories(settings.folder()), "bench");
    started.push(() -> Service.remove(data));
    installed = ServiceProcess.install(data);
    // As in any installation but a brand-new one: the first stop leaves an archive of classes.
    try (ServiceProcess first =
        ServiceProcess.startInstalled(data, ServiceProcess.freePort(), installed)) {
      first.awaitReady();
    }
    service = ServiceProcess.startInstalled(data, ServiceProcess.freePort(), installed);
    started.push(service);
    service.awaitReady();
    serviceProcess = ProcessHandle.current().children().toList();
    database = Database.in(data);
    started.push(database);
    mustBeDurable();
    flushLonger(settings.flush());
    databaseProcess = ProcessHandle.of(Database.processIn(data)).orElseThrow();
    database.rows(Floor.TABLE);
    PgConnectOptions options = options();
    bare = BareProcess.start(address(options));
    started.push(bare);
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    started.push(() -> Await.done(vertx.close()));
    context = vertx.getOrCreateContext();
    floor = new Floor(vertx, context, options);
    connections = settings.connections();
    toService = Wires.open(vertx, context, service.address(), connections);
    toBare = Wires.open(vertx, context, bare.address(), connections);
    hall = newHall();
    phones = join(hall, settings.phones());
  }

  /** Numbers of a database that may forget would promise what nobody can keep. */
  private void mustBeDurable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!"on".equals(database.value("show " + setting))) {
        throw new IllegalStateException(setting + " is not on");
      }
    }
  }

  /** The one who flushes for all that wait waits so much longer, as beside a slower disk. */
  private void flushLonger(int micros) {
    database.rows("alter system set commit_delay = " + micros);
    database.rows("alter system set commit_siblings = 0");
    database.rows("select pg_reload_conf()");
  }

  private PgConnectOptions options() throws IOException {
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(((Number) database.value("select inet_server_port()")).intValue())
        .setDatabase("postgres")
        .setUser("postgres")
        .setPassword(Files.readString(data.resolve("database-password")).strip());
  }

  private static String address(PgConnectOptions options) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            options.getUser(),
            options.getPassword(),
            options.getHost(),
            options.getPort(),
            options.getDatabase());
  }

  /** A new meeting of the same service. */
  Hall newHall() {
    return Hall.open(service.address(), service.organiserLink(), database);
  }

  /** Lets so many people join, as fast as they are let in. */
  List<Person> join(Hall hall, int count) {
    List<JsonObject> wishes =
        IntStream.rangeClosed(1, Hall.MUNICIPALITIES)
            .mapToObj(i -> hall.joinWish("", Hall.municipality(i), "ON_SITE", null))
            .toList();
    String code = hall.code();
    List<Person> joined = new ArrayList<>();
    Loop.times(
        context,
        Math.min(connections, count),
        count,
        i ->
            toService
                .send(joining(code, wishes.get(i % wishes.size()).copy().put("key", Ballots.key())))
                .onSuccess(answer -> joined.add(seated(answer))));
    return joined;
  }

  /** Somebody more joins with each call; succeeds when that is acknowledged. */
  Supplier<Future<?>> joins(Hall hall) {
    String code = hall.code();
    JsonObject wish = hall.joinWish("", Hall.municipality(1), "ON_SITE", null);
    return () -> toService.send(joining(code, wish.copy().put("key", Ballots.key())));
  }

  private Buffer joining(String code, JsonObject wish) {
    Buffer body = wish.toBuffer();
    return Buffer.buffer(
            """
            POST /api/meetings/%s/participants HTTP/1.1
            Host: %s
            Content-Type: application/json
            Content-Length: %d

            """
                .formatted(code, service.address().getAuthority(), body.length())
                .replace("\n", "\r\n"))
        .appendBuffer(body);
  }

  private Person seated(Wire.Answer answer) {
    UUID participant = UUID.fromString(new JsonObject(answer.body()).getString("id"));
    return Person.seated(service.address(), participant, answer.header("set-cookie"));
  }

  /** Opens the poll of this title for the first so many phones. */
  Voters voters(String title, int count) {
    URI ballot = service.address().resolve(Person.ballotOf(hall.opens(title)));
    return new Voters(toService, phones.subList(0, count), ballot);
  }

  /** These phones in an open poll. */
  Voters voters(UUID poll, List<Person> phones) {
    return new Voters(toService, phones, service.address().resolve(Person.ballotOf(poll)));
  }

  /** Sockets of the service that listen to the addresses. */
  Ears ears(List<String> addresses) {
    return new Ears(vertx, context, service.address(), addresses);
  }

  /** Sockets of the bare server. */
  Ears bareEars() {
    return new Ears(vertx, context, bare.address(), List.of());
  }

  /** The bare server writes this text to all its sockets. */
  void bareTells(String text) {
    new Person(bare.address()).post(BareServer.TELL, new JsonObject().put("text", text)).done();
  }

  /** Connections to the service that snapshots are fetched by. */
  Wires toService() {
    return toService;
  }

  /** Ends the service in the middle of whatever it does, and starts it again. */
  void killAndStart() throws Exception {
    service.kill();
    service = ServiceProcess.startInstalled(data, service.address().getPort(), installed);
    started.push(service);
    serviceProcess = List.of(ProcessHandle.of(service.pid()).orElseThrow());
  }

  /** Waits for a service that was started again, and connects to it anew. */
  void awaitReady() {
    service.awaitReady();
    toService = Wires.open(vertx, context, service.address(), connections);
  }

  /** The same phones, sending the same to a path of the bare server. */
  Voters bareVoters(String path) {
    return new Voters(toBare, phones, bare.address().resolve(path));
  }

  void closes(String title) {
    hall.closes(hall.poll(title));
  }

  Floor floor() {
    return floor;
  }

  /** The processor time that the service has used so far, microseconds. */
  double serviceCpuMicros() {
    return cpuMicros(serviceProcess.stream());
  }

  /** The processor time that PostgreSQL's present processes have used so far, microseconds. */
  double databaseCpuMicros() {
    return cpuMicros(databaseProcess.descendants());
  }

  /** What the service's process holds in memory; empty where the system does not tell. */
  OptionalDouble serviceResidentMegabytes() {
    try (Stream<String> status = Files.lines(Path.of("/proc", pid(), "status"))) {
      return status
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalDouble.empty();
    }
  }

  /**
   * What lives in the service's heap after a full collection; empty without the JDK's {@code jcmd}.
   */
  OptionalDouble serviceLiveMegabytes() throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return OptionalDouble.empty();
    }
    Process asked = new ProcessBuilder(jcmd.toString(), pid(), "GC.class_histogram").start();
    return asked
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[2]) / KILOBYTES / KILOBYTES)
        .findFirst();
  }

  private String pid() {
    return Long.toString(service.pid());
  }

  private static double cpuMicros(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToDouble(used -> used.toNanos() / 1e3)
        .sum();
  }

  String postgresql() {
    return (String) database.value("show server_version");
  }

  /** The event loop that sends everything. */
  Context context() {
    return context;
  }

  @Override
  public void close() throws Exception {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
