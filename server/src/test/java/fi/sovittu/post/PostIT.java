package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.MailServer;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonObject;
import java.net.IDN;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Personal links by e-mail, from the real service to an SMTP server. */
class PostIT extends PostHouse {
  /** {@code ake@äkta.example} as servers know it. */
  private static final String AKE = "ake@" + IDN.toASCII("äkta.example");

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
    assertThat(opened.participant()).isEqualTo(aino);
    assertThat(opened.get("/api/me").done().json().getString("name")).isEqualTo("Aino Öhman");

    Mail other = mail(AKE);
    assertThat(other.text()).contains("Hei Åke <Öst> & \uD83D\uDE00!");
    assertThat(other.html()).contains("Hei Åke &lt;Öst&gt; &amp; \uD83D\uDE00!");
    assertThat(Person.opening(hall.service(), other.link()).participant()).isEqualTo(ake);

    // Nobody gets it twice, but for whoever has a newer link, and by name.
    orders("UNSENT").done();
    organiser
        .put(
            "/api/participants/" + aino + "/link",
            new JsonObject().put("generation", 2).put("valid", true))
        .done();
    assertThat(progress().getInteger("unsent")).isEqualTo(1);
    orders("UNSENT").done();
    awaitCount("sent", 2);
    assertThat(mails.takenFor("aino@kunta.example")).hasSize(2);
    orders("PARTICIPANTS", ake).done();
    Eventually.until("Åke got it again", () -> mails.taken().size() == 4);
    awaitCount("sent", 2);
    assertThat(mails.takenFor(AKE)).hasSize(2);
  }

  @Test
  void theSameOrderIsDoneOnce() {
    UUID aino = invites("Aino Öhman", "aino@kunta.example");
    String path = "/api/post/orders/" + UUID.randomUUID();
    organiser.put(path, order("PARTICIPANTS", aino)).done();
    awaitCount("sent", 1);
    organiser.put(path, order("PARTICIPANTS", aino)).done();
    assertThat(progress().getInteger("queued")).isZero();
    assertThat(mails.taken()).hasSize(1);
    assertThat(organiser.get("/api/participants/" + aino + "/data").done().text())
        .contains("\"letters\":[{", "\"state\":\"SENT\"");
    assertThat(
            hall.database()
                .column(
                    "select detail::text from audit where meeting_id = ? and action = 'post.send'",
                    hall.id()))
        .containsExactly("{\"to\": \"PARTICIPANTS\", \"queued\": 1}");
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
            "/api/participants/" + ben + "/link",
            new JsonObject().put("generation", 1).put("valid", false))
        .done();
    organiser
        .put(
            "/api/participants/" + cia + "/merged-into",
            new JsonObject().put("into", ben.toString()))
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
    orders("PARTICIPANTS", aino).done();
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
        .put("/api/post/orders/" + UUID.randomUUID(), order("PARTICIPANTS", aino))
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
                    "select operation from access_log where meeting_id = ? and actor_id = ? order"
                        + " by 1",
                    hall.id(),
                    organiser.participant()))
        .containsExactly("getUnreached", "sendLinks");
  }
}
