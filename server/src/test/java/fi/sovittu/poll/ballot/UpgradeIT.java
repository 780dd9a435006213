package fi.sovittu.poll.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * A service of the first version is replaced by this one in the middle of a day: what was counted
 * stays, and what is open is counted.
 */
class UpgradeIT {
  private static final UUID MEETING = UUID.randomUUID();
  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID MUNICIPALITY = UUID.randomUUID();
  private static final UUID CHAIR = UUID.randomUUID();
  private static final UUID VOTER = UUID.randomUUID();
  private static final UUID GOAL_SET = UUID.randomUUID();
  private static final UUID CLOSED = UUID.randomUUID();
  private static final UUID OPEN = UUID.randomUUID();
  private static final UUID COMMITTED = UUID.randomUUID();
  private static final UUID COMMITTING = UUID.randomUUID();
  private static final String KEY = Ballots.key();
  private static final byte[] SALT = new byte[Seal.SALT_BYTES];

  @Test
  void theDayGoesOn() throws Exception {
    Service shared = Service.shared();
    String name = "upgrade_" + Long.toHexString(System.nanoTime());
    shared.database().rows("create database " + name);
    Map<String, String> environment = shared.environment(name);
    try (Database database = new Database(shared.database().port(), shared.password(), name)) {
      migrate(shared, name, "1");
      fill(database, shared.secret());
      migrate(shared, name, "9");
      database.rows(
          "insert into access_log values (?, ?, 'getPeople', '', now(), 1, now())", MEETING, CHAIR);
      try (Main service = Main.start(environment)) {
        counted(database);
        assertThat(database.rows("select operation from access_log"))
            .containsExactly(List.of("getParticipants"));
        Person chair =
            Person.opening(Service.addressOf(service), service.links().links().getFirst().url());
        chair.post("/api/polls/" + OPEN + "/close").done();
        chair.post("/api/polls/" + COMMITTING + "/close").done();
        JsonArray results =
            chair.section("desk", ROOM).getJsonObject("data").getJsonArray("results");
        assertThat(results).hasSize(4);
        for (Object one : results) {
          JsonObject result = (JsonObject) one;
          assertThat(result.getJsonObject("tally").getInteger("ballots")).isOne();
          assertThat(result.getInteger("voted")).isOne();
        }
        assertThat(
                database.rows("select receipt, answers::text from ballot where poll_id = ?", OPEN))
            .containsExactly(List.of(Seal.receipt(KEY), "[5, null]"));
        assertThat(chair.section("polls", ROOM).encode()).contains("Lasten tavoitteet");
      }
    } finally {
      shared.database().rows("drop database if exists " + name + " with (force)");
    }
  }

  private static void migrate(Service shared, String name, String version) throws Exception {
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:" + shared.database().port() + "/" + name,
            "postgres",
            shared.password())
        .locations("classpath:sql")
        .target(version)
        .load()
        .migrate();
  }

  private static void fill(Database database, ServerSecret secret) throws Exception {
    database.rows(
        """
        insert into meeting (id, code, title, language, held_on, time_zone)
        values (?, 'ABCDEF', 'Päivä', 'fi', '2026-04-02', 'Europe/Helsinki')
        """,
        MEETING);
    database.rows(
        "insert into room (id, meeting_id, position, name, plenary) values (?, ?, 0, 'Sali', true)",
        ROOM,
        MEETING);
    database.rows(
        "insert into organisation (id, meeting_id, kind, name) values (?, ?, 'MUNICIPALITY', 'Ii')",
        MUNICIPALITY,
        MEETING);
    database.rows(
        "insert into participant (id, meeting_id, name, link_generation) values (?, ?, 'Pj', 1)",
        CHAIR,
        MEETING);
    database.rows("insert into role_grant values (?, ?, 'CHAIR', ?)", MEETING, CHAIR, ROOM);
    database.rows(
        "insert into participant (id, meeting_id, organisation_id, name) values (?, ?, ?, 'Ääni')",
        VOTER,
        MEETING,
        MUNICIPALITY);
    database.rows("insert into role_grant values (?, ?, 'PARTICIPANT', null)", MEETING, VOTER);
    database.rows(
        """
        insert into attendance (meeting_id, participant_id, room_id, channel, during, source)
        values (?, ?, ?, 'TEAMS', tstzrange(clock_timestamp() - interval '1 hour', null), 'SELF')
        """,
        MEETING,
        VOTER,
        ROOM);
    database.rows(
        "insert into goal_set values (?, ?, null, 0, 'Lasten tavoitteet')", GOAL_SET, MEETING);
    poll(database, CLOSED, 0, "SCALE", "CLOSED");
    poll(database, OPEN, 1, "SCALE", "OPEN");
    poll(database, COMMITTED, 2, "COMMITMENT", "CLOSED");
    poll(database, COMMITTING, 3, "COMMITMENT", "OPEN");
    for (UUID scale : List.of(CLOSED, OPEN)) {
      database.rows("insert into turnout values (?, ?)", scale, VOTER);
    }
    database.rows("insert into ballot values (?, 0, 'RECEIPT', '[1, 2]')", CLOSED);
    byte[] locator = new Seal(secret, OPEN, SALT, 0).locator(KEY);
    database.rows(
        "insert into sealed_ballot values (?, ?, ?)", OPEN, locator, sealed(secret, locator));
    for (UUID commitment : List.of(COMMITTED, COMMITTING)) {
      database.rows(
          "insert into commitment_ballot values (?, ?, ?, ?, 3, clock_timestamp())",
          commitment,
          MEETING,
          MUNICIPALITY,
          VOTER);
      database.rows(
          "insert into commitment values (?, ?, 0, 'RESERVATION', 'jos')",
          commitment,
          MUNICIPALITY);
      database.rows(
          "insert into commitment values (?, ?, 1, 'COMMITS', null)", commitment, MUNICIPALITY);
    }
  }

  private static void poll(Database database, UUID id, int position, String kind, String state) {
    boolean scale = kind.equals("SCALE");
    boolean closed = state.equals("CLOSED");
    database.rows(
        """
        insert into poll (id, meeting_id, room_id, position, kind, title, secrecy, voters, show_results, steps,
          low_label, high_label, state, opened_at, closed_at, results_shown, seal_salt, entitled)
        values (?, ?, ?, ?, ?, 'Kysely', ?, ?, 'LIVE', ?, ?, ?, ?, clock_timestamp(), ?::timestamptz, true, ?, ?)
        """,
        id,
        MEETING,
        ROOM,
        position,
        kind,
        scale ? "ANONYMOUS" : "NAMED",
        scale ? "PERSONS" : "MUNICIPALITIES",
        scale ? 5 : null,
        scale ? "ei" : null,
        scale ? "kyllä" : null,
        state,
        closed ? "2999-01-01" : null,
        scale && !closed ? SALT : null,
        closed ? 1 : null);
    for (int i = 0; i < 2; i++) {
      database.rows(
          "insert into poll_statement (poll_id, position, text, goal_set_id) values (?, ?, ?, ?)",
          id,
          i,
          "Väite " + i,
          scale ? null : GOAL_SET);
    }
  }

  /** As the first version sealed a ballot. */
  private static byte[] sealed(ServerSecret secret, byte[] locator)
      throws GeneralSecurityException {
    byte[] json =
        new JsonObject()
            .put("revision", 2)
            .put("receipt", Seal.receipt(KEY))
            .put("owner", "owner")
            .put("answers", new JsonArray().add(5).addNull())
            .encode()
            .getBytes(StandardCharsets.UTF_8);
    byte[] plain = Arrays.copyOf(json, 256);
    Arrays.fill(plain, json.length, plain.length, (byte) ' ');
    byte[] nonce = new byte[12];
    byte[] key = secret.derive("ballot-seal", ServerSecret.bytes(OPEN), SALT);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(ServerSecret.bytes(OPEN));
    cipher.updateAAD(locator);
    byte[] text = cipher.doFinal(plain);
    return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
  }

  /** What the first version had counted or taken by name. */
  private static void counted(Database database) {
    assertThat(
            database.rows(
                """
                select voters, show_participants, show_screen, shown_participants, shown_screen, present
                from poll where id = ?
                """,
                COMMITTED))
        .containsExactly(List.of("ORGANISATIONS", "LIVE", "LIVE", true, true, 1));
    for (UUID commitment : List.of(COMMITTED, COMMITTING)) {
      assertThat(
              database.rows(
                  """
                  select voter_id, participant_id, channel, revision, answers->0->>'reservation', answers->1->>'answer'
                  from named_ballot where poll_id = ?
                  """,
                  commitment))
          .containsExactly(List.of(MUNICIPALITY, VOTER, "TEAMS", 3, "jos", "COMMITS"));
      assertThat(
              database.rows(
                  "select voter_id, participant_id from turnout where poll_id = ?", commitment))
          .containsExactly(List.of(MUNICIPALITY, VOTER));
    }
    for (UUID closed : List.of(CLOSED, COMMITTED)) {
      assertThat(database.count("select count(*) from poll_register where poll_id = ?", closed))
          .isOne();
    }
  }
}
