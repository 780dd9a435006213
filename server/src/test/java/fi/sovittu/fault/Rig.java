package fi.sovittu.fault;

import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.FaultProxy;
import fi.sovittu.support.Hall;
import fi.sovittu.support.OwnDatabase;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The service and its database as processes of their own, with a bad network on either side of the
 * service: phones – proxy – service – proxy – database.
 */
final class Rig implements AutoCloseable {
  private static final class Shared {
    static final Rig RIG = start();
  }

  private final Path folder;
  private final OwnDatabase database;
  private final FaultProxy databaseNetwork;
  private final int port;
  private final FaultProxy phoneNetwork;
  private final String organiser;
  private final Map<String, String> environment;
  private ServiceProcess service;

  private Rig(Path folder, Path databaseFolder, Map<String, String> environment) throws Exception {
    this.folder = folder;
    this.environment = environment;
    this.database = OwnDatabase.in(databaseFolder);
    this.databaseNetwork = FaultProxy.to(database.port());
    this.port = ServiceProcess.freePort();
    this.phoneNetwork = FaultProxy.to(port);
    this.service = startService();
    this.organiser = service.organiserLink();
  }

  /**
   * One lives through all tests of a run, each of which makes its own meeting: so each also shows
   * that those before have left nothing broken.
   */
  static Rig shared() {
    return Shared.RIG;
  }

  private static Rig start() {
    try {
      Rig rig = with(Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "stop the shared rig"));
      return rig;
    } catch (Exception e) {
      throw new IllegalStateException("the service did not start", e);
    }
  }

  /** One of a test's own, with the database's data in that folder. */
  static Rig withDataIn(Path databaseFolder) throws Exception {
    return new Rig(Files.createTempDirectory("sovittu-faults"), databaseFolder, Map.of());
  }

  /**
   * One of a test's own.
   *
   * @param environment of the service's process, beside its usual settings
   */
  static Rig with(Map<String, String> environment) throws Exception {
    Path folder = Files.createTempDirectory("sovittu-faults");
    return new Rig(folder, folder.resolve("database"), environment);
  }

  private ServiceProcess startService() throws IOException {
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("SOVITTU_DATABASE_URL", OwnDatabase.urlAt(databaseNetwork.port()));
    settings.put("SOVITTU_SECRET", "a secret for the test");
    return ServiceProcess.start(folder.resolve("service"), port, settings).awaitReady();
  }

  OwnDatabase database() {
    return database;
  }

  /** What is between the service and the database. */
  FaultProxy databaseNetwork() {
    return databaseNetwork;
  }

  /** What is between the phones and the service. */
  FaultProxy phoneNetwork() {
    return phoneNetwork;
  }

  ServiceProcess service() {
    return service;
  }

  /** Where phones find the service, through their network. */
  URI phones() {
    return URI.create("http://127.0.0.1:" + phoneNetwork.port());
  }

  /** A new meeting; its staff go past the phones' network. */
  Hall hall(Database look) {
    return Hall.open(service.address(), organiser, look);
  }

  /** Ends the service in the middle of whatever it does, and starts it again. */
  void killService() throws Exception {
    service.kill();
    service.close();
    service = startService();
  }

  boolean isReady() {
    return new Person(service.address()).get("/health/ready").status() == 200;
  }

  void awaitReady(boolean ready) {
    Eventually.until(
        "the service was " + (ready ? "" : "not ") + "ready", () -> isReady() == ready);
  }

  /** Ends all faults of the networks. */
  void heal() throws IOException {
    phoneNetwork.heal();
    databaseNetwork.heal();
  }

  @Override
  public void close() {
    try {
      phoneNetwork.close();
      service.close();
      databaseNetwork.close();
      database.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      Service.remove(folder);
    }
  }
}
