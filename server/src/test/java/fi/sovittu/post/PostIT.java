package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.sovittu.app.Main;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.MailServer;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal links by e-mail, from the real service to an SMTP server. */
class PostIT {
  /** {@code ake@äkta.example} as servers know it. */
  private static final String AKE = "ake@" + IDN.toASCII("äkta.example");

  private final MailServer mails = start();
  private Main node;
  private Hall hall;
  private Person organiser;

  private static MailServer start() {
    try {
      return MailServer.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() throws Exception {
    Service shared = Service.shared();
    node = node(Map.of());
    hall =
        Hall.open(
            Service.addressOf(node), shared.links().links().getFirst().url(), shared.database());
    organiser = hall.organiser();
  }

  @AfterEach
  void close() throws Exception {
    mails.letGo();
    node.close();
    mails.close();
    // What a test left would be sent by the next one's node.
    hall.database().rows("delete from message");
  }

  /** Another node of the shared service, which has an account. */
  private Main node(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(Service.shared().environment("postgres"));
    settings.put("SOVITTU_SMTP_HOST", "localhost");
    settings.put("SOVITTU_SMTP_PORT", Integer.toString(mails.port()));
    settings.put("SOVITTU_SMTP_SECURITY", "none");
    settings.put("SOVITTU_SMTP_FROM", "Hyte-tiimi Ä <hyte@kunta.example>");
    settings.put("SOVITTU_SMTP_PER_MINUTE", "6000");
    settings.putAll(more);
    return Main.start(settings);
  }

  private UUID invites(String name, String email) {
    UUID id = UUID.randomUUID();
    JsonObject form =
        new JsonObject()
            .put("name", name)
            .put("email", email)
            .put("organisation", hall.organisation("Kunta 1").toString())
            .putNull("title")
            .put("groups", new JsonArray())
            .put("room", hall.room(Hall.EAST).toString())
            .put(
                "roles",
                new JsonArray().add(new JsonObject().put("role", "PARTICIPANT").putNull("room")))
            .put("represents", false)
            .putNull("deputyOf")
            .put("expected", "TEAMS");
    organiser.put("/api/people/" + id, form).done();
    return id;
  }

  private static JsonObject order(String to, UUID... people) {
    JsonArray named = new JsonArray();
    for (UUID person : people) {
      named.add(person.toString());
    }
    return new JsonObject().put("to", to).put("people", people.length == 0 ? null : named);
  }

  private Answer orders(String to, UUID... people) {
    return organiser.put("/api/post/orders/" + UUID.randomUUID(), order(to, people));
  }

  private JsonObject progress() {
    return organiser.get("/api/post").done().json();
  }

  private void awaitCount(String what, int count) {
    Eventually.until(
        count + " were " + what + ", but " + progress(),
        () -> progress().getInteger(what) == count);
  }

  private List<JsonObject> unreached() {
    return organiser.get("/api/post/unreached").done().json().getJsonArray("people").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** The time of the next try has come. */
  private void later() {
    hall.database().rows("update message set next_at = clock_timestamp() where state = 'QUEUED'");
  }

  private Mail mail(String address) throws Exception {
    List<MailServer.Taken> taken = mails.takenFor(address);
    assertThat(taken).hasSize(1);
    return new Mail(taken.getFirst());
  }

  @Test
  void everyoneWithAnAddressGetsTheOwnLink() throws Exception {
    UUID aino = invites("Aino Öhman", "aino@kunta.example");
    UUID ake = invites("Åke <Öst> & \uD83D\uDE00", "ake@äkta.example");
    invites("Osoitteeton Olli", null);
    hall.join(2);
    JsonObject before = progress();
    assertThat(before.getInteger("perMinute")).isEqualTo(6000);
    assertThat(before.getInteger("unsent")).isEqualTo(2);
    // Six of the staff, Olli; who joined by the code has no link.
    assertThat(before.getInteger("noAddress")).isEqualTo(8);

    orders("UNSENT").done();
    awaitCount("sent", 2);

    Mail mail = mail("aino@kunta.example");
    assertThat(mail.sender()).isEqualTo("Hyte-tiimi Ä <hyte@kunta.example>");
    assertThat(mail.header("To")).isEqualTo("aino@kunta.example");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@kunta\\.example>");
    assertThat(mail.header("Date")).isNotBlank();
    assertThat(mail.subject()).isEqualTo("Oma linkkisi: Koetilaisuus");
    assertThat(mail.text())
        .contains(
            "Hei Aino Öhman!",
            "Sinut on kutsuttu tilaisuuteen Koetilaisuus.",
            "torstaina 2.4.2026 klo 12.00–12.30",
            "  12.10–12.30 Itäosio\n",
            "Teamsissa",
            hall.code())
        .doesNotContain("Länsiosio");
    assertThat(mail.html())
        .contains("<html lang=\"fi\">", "<p>Hei Aino Öhman!</p>", "Itäosio", hall.code());
    assertThat(mail.htmlLink()).isEqualTo(mail.link());
    Person opened = Person.opening(hall.service(), mail.link());
    assertThat(opened.seat()).isEqualTo(aino);
    assertThat(opened.get("/api/seat").done().json().getString("name")).isEqualTo("Aino Öhman");

    Mail other = mail(AKE);
    assertThat(other.text()).contains("Hei Åke <Öst> & \uD83D\uDE00!");
    assertThat(other.html()).contains("Hei Åke &lt;Öst&gt; &amp; \uD83D\uDE00!");
    assertThat(Person.opening(hall.service(), other.link()).seat()).isEqualTo(ake);

    // Nobody gets it twice, but for whoever has a newer link, and by name.
    orders("UNSENT").done();
    organiser
        .put(
            "/api/people/" + aino + "/link",
            new JsonObject().put("generation", 2).put("valid", true))
        .done();
    assertThat(progress().getInteger("unsent")).isEqualTo(1);
    orders("UNSENT").done();
    awaitCount("sent", 2);
    assertThat(mails.takenFor("aino@kunta.example")).hasSize(2);
    orders("PEOPLE", ake).done();
    Eventually.until("Åke got it again", () -> mails.taken().size() == 4);
    awaitCount("sent", 2);
    assertThat(mails.takenFor(AKE)).hasSize(2);
  }

  @Test
  void theSameOrderIsDoneOnce() {
    UUID aino = invites("Aino Öhman", "aino@kunta.example");
    String path = "/api/post/orders/" + UUID.randomUUID();
    organiser.put(path, order("PEOPLE", aino)).done();
    awaitCount("sent", 1);
    organiser.put(path, order("PEOPLE", aino)).done();
    assertThat(progress().getInteger("queued")).isZero();
    assertThat(mails.taken()).hasSize(1);
    assertThat(organiser.get("/api/people/" + aino + "/data").done().text())
        .contains("\"letters\":[{", "\"state\":\"SENT\"");
    assertThat(
            hall.database()
                .column(
                    "select detail::text from audit where meeting_id = ? and action = 'post.send'",
                    hall.id()))
        .containsExactly("{\"to\": \"PEOPLE\", \"queued\": 1}");
  }

  @Test
  void whatTheServerPutsOffIsTriedAgain() {
    mails.answer("aino@kunta.example", before -> before < 2 ? "451 4.7.1 greylisted" : null);
    invites("Aino Öhman", "aino@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    orders("UNSENT").done();
    awaitCount("sent", 1);
    awaitCount("retrying", 1);
    assertThat(progress().getBoolean("unreachable")).isFalse();
    assertThat(
            hall.database()
                .value(
                    "select next_at - clock_timestamp() > interval '50 s' from message where state = 'QUEUED'"))
        .isEqualTo(true);
    later();
    Eventually.until(
        "it was tried again",
        () ->
            hall.database()
                    .count(
                        "select count(*) from message where attempts = 2 and claimed_until is null")
                == 1);
    later();
    awaitCount("sent", 2);
    assertThat(mails.takenFor("aino@kunta.example")).hasSize(1);
    assertThat(progress().getInteger("retrying")).isZero();
  }

  @Test
  void afterADayItIsGivenUp() {
    mails.answer("aino@kunta.example", before -> "452 4.2.2 mailbox full");
    invites("Aino Öhman", "aino@kunta.example");
    orders("UNSENT").done();
    awaitCount("retrying", 1);
    hall.database().rows("update message set queued_at = queued_at - interval '24 h'");
    later();
    awaitCount("failed", 1);
    assertThat(unreached().getFirst().getString("fault")).isEqualTo("POSTPONED");
    assertThat(unreached().getFirst().getString("answer")).contains("mailbox full");
  }

  @Test
  void whoIsNotReachedIsListedWithTheReason() {
    mails.answer(
        "ei@kunta.example", before -> before < 1 ? "550 5.1.1 <ei@kunta.example> unknown" : null);
    UUID gone = invites("Eino Entinen", "ei@kunta.example");
    invites("Äijä Ääni", "äijä@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    orders("UNSENT").done();
    awaitCount("failed", 2);
    awaitCount("sent", 1);
    assertThat(unreached().subList(0, 3))
        .extracting(
            one -> one.getString("name"),
            one -> one.getString("fault"),
            one -> one.getString("answer"))
        .startsWith(
            tuple("Eino Entinen", "REFUSED", "550 5.1.1 <ei@kunta.example> unknown"),
            tuple("Äijä Ääni", "BAD_ADDRESS", null))
        .element(2)
        .satisfies(one -> assertThat(one.toList().get(1)).isEqualTo("NO_ADDRESS"));
    // Once more, to those alone.
    orders("UNREACHED").done();
    awaitCount("sent", 2);
    awaitCount("failed", 1);
    assertThat(mails.takenFor("ei@kunta.example")).hasSize(1);
    assertThat(mails.takenFor("ben@kunta.example")).hasSize(1);
    assertThat(unreached()).extracting(one -> one.getString("person")).doesNotContain("" + gone);
  }

  @Test
  void aRevokedLinkIsNotSent() {
    mails.hold();
    invites("Aino Aalto", "aino@kunta.example");
    UUID ben = invites("Ben Berg", "ben@kunta.example");
    UUID cia = invites("Cia Ceder", "cia@kunta.example");
    orders("UNSENT").done();
    mails.awaitHeld();
    organiser
        .put(
            "/api/people/" + ben + "/link",
            new JsonObject().put("generation", 1).put("valid", false))
        .done();
    organiser
        .put("/api/people/" + cia + "/merged-into", new JsonObject().put("into", ben.toString()))
        .done();
    mails.letGo();
    awaitCount("sent", 1);
    awaitCount("failed", 1);
    assertThat(mails.taken())
        .extracting(MailServer.Taken::to)
        .containsExactly("aino@kunta.example");
    assertThat(unreached().getFirst().getString("fault")).isEqualTo("NO_LINK");
  }

  @Test
  void whatHasNotLeftIsWithdrawn() {
    mails.answer("cia@kunta.example", before -> before < 1 ? "550 no" : null);
    invites("Cia Ceder", "cia@kunta.example");
    orders("UNSENT").done();
    awaitCount("failed", 1);
    mails.hold();
    invites("Aino Aalto", "aino@kunta.example");
    orders("UNSENT").done();
    mails.awaitHeld();
    invites("Ben Berg", "ben@kunta.example");
    orders("UNSENT").done();
    orders("UNREACHED").done();
    assertThat(progress().getInteger("queued")).isEqualTo(3);
    JsonObject stopped = organiser.delete("/api/post/queue").done().json();
    assertThat(stopped.getInteger("queued")).isEqualTo(1);
    assertThat(stopped.getInteger("unsent")).isEqualTo(1);
    assertThat(stopped.getInteger("failed")).isEqualTo(1);
    mails.letGo();
    awaitCount("sent", 1);
    assertThat(mails.taken())
        .extracting(MailServer.Taken::to)
        .containsExactly("aino@kunta.example");
    assertThat(organiser.delete("/api/post/queue").done().json().getInteger("queued")).isZero();
    assertThat(
            hall.database()
                .column(
                    "select detail::text from audit where meeting_id = ? and action = 'post.stop'",
                    hall.id()))
        .containsExactly("{\"withdrawn\": 2}");
  }

  @Test
  void aStopInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      invites("Henkilö " + i, "h" + i + "@kunta.example");
    }
    mails.hold();
    orders("UNSENT").done();
    mails.awaitHeld();
    CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);
    Thread.sleep(300);
    assertThat(stop).isNotDone();
    mails.letGo();
    stop.get();
    assertThat(mails.taken()).hasSize(1);
    node = node(Map.of());
    Eventually.until("the others followed", () -> mails.taken().size() >= 20);
    Eventually.until(
        "all were written down",
        () -> hall.database().count("select count(*) from message where state = 'SENT'") == 20);
    assertThat(mails.taken()).extracting(MailServer.Taken::to).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() throws Exception {
    mails.close();
    invites("Aino Aalto", "aino@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    try (Log log = new Log()) {
      orders("UNSENT").done();
      awaitCount("retrying", 1);
      assertThat(progress().getBoolean("unreachable")).isTrue();
      assertThat(progress().getInteger("queued")).isEqualTo(2);
      mails.startAgain();
      awaitCount("sent", 2);
      assertThat(mails.taken()).hasSize(2);
      assertThat(log.lines())
          .anyMatch(line -> line.contains("the SMTP server does not take messages"))
          .noneMatch(line -> line.contains("aino@") || line.contains("Aalto"));
    }
  }

  @Test
  void withoutEncryptionNothingIsHandedOver() throws Exception {
    node.close();
    node = node(Map.of("SOVITTU_SMTP_SECURITY", "starttls"));
    organiser = organiser.at(Service.addressOf(node));
    invites("Aino Aalto", "aino@kunta.example");
    orders("UNSENT").done();
    awaitCount("retrying", 1);
    assertThat(progress().getBoolean("unreachable")).isTrue();
    assertThat(mails.taken()).isEmpty();
  }

  @Test
  void nobodysNameWritesHeaders() throws Exception {
    UUID aino = invites("Aino Aalto", "aino@kunta.example");
    hall.database()
        .rows(
            "update participant set name = ? where id = ?",
            "Aino\r\nBcc: b@kunta.example\r\n\r\n.\r\nMAIL FROM:<x@kunta.example>",
            aino);
    hall.database()
        .rows(
            "update meeting set title = ? where id = ?",
            "Koe\r\nBcc: c@kunta.example\nX-Own: 1\r\n\r\nText\u2028\u202Eend",
            hall.id());
    orders("UNSENT").done();
    awaitCount("sent", 1);
    assertThat(mails.taken()).hasSize(1);
    Mail mail = mail("aino@kunta.example");
    assertThat(mail.subject())
        .isEqualTo("Oma linkkisi: Koe Bcc: c@kunta.example X-Own: 1 Text end");
    assertThat(mail.headerNames())
        .containsExactlyInAnyOrder(
            "MIME-Version",
            "Message-ID",
            "Date",
            "Subject",
            "From",
            "To",
            "Content-Type",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");
    assertThat(mail.text())
        .contains("Hei Aino Bcc: b@kunta.example . MAIL FROM:<x@kunta.example>!\n");
    hall.database()
        .rows("update participant set email = ? where id = ?", "a@b.fi>\r\nRCPT TO:<b@b.fi", aino);
    orders("PEOPLE", aino).done();
    awaitCount("failed", 1);
    assertThat(mails.taken()).hasSize(1);
    assertThat(unreached().getFirst().getString("fault")).isEqualTo("BAD_ADDRESS");
  }

  @Test
  void withoutAnAccountItIsSaid() {
    Hall elsewhere = Hall.open();
    JsonObject progress = elsewhere.organiser().get("/api/post").done().json();
    assertThat(progress.getInteger("perMinute")).isNull();
    elsewhere
        .organiser()
        .put("/api/post/orders/" + UUID.randomUUID(), order("UNSENT"))
        .refused(409, "POST_NOT_SET_UP");
    elsewhere.organiser().delete("/api/post/queue").done();
  }

  @Test
  void onlyOrganisersSendAndWhoDidIsKept() {
    UUID aino = invites("Aino Aalto", "aino@kunta.example");
    for (Person other :
        List.of(
            hall.join(1),
            hall.chair(Hall.PLENARY),
            hall.secretary(Hall.EAST),
            hall.screen(Hall.PLENARY),
            Hall.open(
                    hall.service(),
                    Service.shared().links().links().getFirst().url(),
                    hall.database())
                .chair(Hall.PLENARY))) {
      other.get("/api/post").refused(403, "FORBIDDEN");
      other.get("/api/post/unreached").refused(403, "FORBIDDEN");
      other.delete("/api/post/queue").refused(403, "FORBIDDEN");
      other.put("/api/post/orders/" + UUID.randomUUID(), order("UNSENT")).refused(403, "FORBIDDEN");
    }
    Hall elsewhere =
        Hall.open(
            hall.service(), Service.shared().links().links().getFirst().url(), hall.database());
    elsewhere
        .organiser()
        .put("/api/post/orders/" + UUID.randomUUID(), order("PEOPLE", aino))
        .done();
    assertThat(hall.database().count("select count(*) from message")).isZero();
    organiser
        .put("/api/post/orders/" + UUID.randomUUID(), order("EVERYONE"))
        .refused(400, "BAD_REQUEST");
    orders("UNSENT").done();
    awaitCount("sent", 1);
    unreached();
    assertThat(
            hall.database()
                .column(
                    "select operation from access_log where meeting_id = ? and actor_id = ? order by 1",
                    hall.id(),
                    organiser.seat()))
        .containsExactly("getUnreached", "sendLinks");
  }
}
