package fi.sovittu.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and mailed, from the running service: decoded, and opened with. */
class LettersIT {
  private static final int DPI = 200;
  private static final double POINTS = 72 / 25.4;
  private static final String LONG_NAME =
      "Maximiliana-Aleksandra Äyräväinen-Österlund-Grönqvist-Wickström von und zu"
          + " Hohenstaufenbergerland-Pohjois-Pohjanmaa O’Öö";
  private static final String EMOJI = "Åke Öst \uD83D\uDE00";

  private Hall hall;
  private Person organiser;

  @BeforeEach
  void open() {
    hall = Hall.open();
    organiser = hall.organiser();
  }

  private UUID invites(String name, String organisation, String title, String email) {
    UUID id = UUID.randomUUID();
    JsonObject form = hall.invitation(name, organisation, title, email, "ON_SITE");
    organiser.put("/api/participants/" + id, form).done();
    return id;
  }

  private Answer takes(String file) {
    return organiser.get("/api/letters/" + file).done();
  }

  private String linkOf(UUID person) {
    return organiser.get("/api/participants/" + person + "/link").done().json().getString("url");
  }

  /** The code in a part of a page, by millimetres. */
  private static String code(
      PDDocument pdf, int page, double x, double y, double width, double height)
      throws IOException, ReaderException {
    BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, DPI);
    double scale = DPI / 25.4;
    BufferedImage part =
        image.getSubimage(
            (int) (x * scale), (int) (y * scale), (int) (width * scale), (int) (height * scale));
    int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels))),
            // As phones do: a line of text beside it must not mislead.
            Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  private static String badgeCode(PDDocument pdf, int place) throws IOException, ReaderException {
    int onPage = place % 10;
    return code(
        pdf,
        place / 10,
        Badges.LEFT + onPage % 2 * Badges.WIDTH + 51,
        Badges.TOP + onPage / 2 * Badges.HEIGHT + 17,
        38,
        37);
  }

  /** Every letter of a page with its place. */
  private static List<TextPosition> letters(PDDocument pdf, int page) throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            letters.add(text);
          }
        };
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    stripper.getText(pdf);
    return letters;
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    return stripper.getText(pdf);
  }

  @Test
  void aBadgesCodeTellsTheDoorDeskAloneWhoWearsIt() throws Exception {
    UUID aino = invites("Aino Öhman", "Kunta 1", "Hyvinvointikoordinaattori", null);
    UUID long_ = invites(LONG_NAME, "Kunta 1", "t".repeat(120), null);
    UUID emoji = invites(EMOJI, "Kunta 1", null, null);
    Answer file = takes("badges.pdf?organisation=" + hall.organisation("Kunta 1"));
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"nimilaput-2026-04-02.pdf\"");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    try (PDDocument pdf = Loader.loadPDF(file.body())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(text(pdf, 0))
          .contains("Aino Öhman", "Kunta 1", "Hyvinvointikoordinaattori", "Itäosio", "Åke Öst");
      assertThat(text(pdf, 0).replaceAll("\\s", "")).contains("Hohenstaufenberger", "O’Öö");
      assertThat(wearer(badgeCode(pdf, 0))).isEqualTo(aino);
      assertThat(wearer(badgeCode(pdf, 1))).isEqualTo(long_);
      assertThat(wearer(badgeCode(pdf, 2))).isEqualTo(emoji);
      assertThat(badgeCode(pdf, 0)).doesNotContain("http", linkOf(aino));
      assertEmbedded(pdf);
    }
  }

  private UUID wearer(String code) {
    return UUID.fromString(
        hall.secretary(Hall.EAST)
            .post("/api/attendance/badge", new JsonObject().put("badge", code))
            .done()
            .json()
            .getString("id"));
  }

  private static void assertEmbedded(PDDocument pdf) throws IOException {
    for (PDPage page : pdf.getPages()) {
      PDResources resources = page.getResources();
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void noLetterLeavesItsBadgeOrCoversItsCode() throws Exception {
    hall.database()
        .rows(
            "update organisation set name = ? where meeting_id = ? and name = 'Kunta 1'",
            "Pohjois-Pohjanmaan hyvinvointialueen ".repeat(5).strip(),
            hall.id());
    hall.database()
        .rows(
            "update room set name = ? where id = ?",
            "Lasten, nuorten ja lapsiperheiden palvelut sekä hyvinvointi ".repeat(3).strip(),
            hall.room(Hall.EAST));
    String organisation = "Pohjois-Pohjanmaan hyvinvointialueen ".repeat(5).strip();
    for (String name : List.of(LONG_NAME, "W".repeat(120), "i".repeat(60) + " " + "Å".repeat(59))) {
      UUID id = UUID.randomUUID();
      hall.database()
          .rows(
              """
              insert into participant (id, meeting_id, organisation_id, room_id, name, title, link_generation)
              select ?, m.id, o.id, r.id, ?, ?, 1 from meeting m join organisation o on o.meeting_id = m.id and o.name = ?
                join room r on r.meeting_id = m.id and r.name like 'Lasten%' where m.id = ?
              """,
              id,
              name,
              "Erityisasiantuntija, ".repeat(6).substring(0, 120),
              organisation,
              hall.id());
      hall.database()
          .rows(
              "insert into role_grant (meeting_id, participant_id, role) values (?, ?,"
                  + " 'PARTICIPANT')",
              hall.id(),
              id);
    }
    UUID chosen =
        hall.database()
            .id(
                "select id from organisation where meeting_id = ? and name = ?",
                hall.id(),
                organisation);
    try (PDDocument pdf = Loader.loadPDF(takes("badges.pdf?organisation=" + chosen).body())) {
      assertThat(letters(pdf, 0))
          .hasSizeGreaterThan(400)
          .allSatisfy(letter -> {
            double left = letter.getXDirAdj() / POINTS - Badges.LEFT;
            double bottom = letter.getYDirAdj() / POINTS - Badges.TOP;
            double x = left % Badges.WIDTH;
            double y = bottom % Badges.HEIGHT;
            double end = x + letter.getWidthDirAdj() / POINTS;
            assertThat(x).isGreaterThan(4.5);
            assertThat(y).isBetween(4.0, Badges.HEIGHT - 2);
            assertThat(end).isLessThan(y < 20 ? 86 : 53);
          });
      for (int place = 0; place < 3; place++) {
        assertThat(badgeCode(pdf, place)).startsWith("Sovittu#");
      }
    }
  }

  @Test
  void aLetterIsOnePageAndTellsHowToComeIn() throws Exception {
    UUID aino = invites("Aino Öhman", "Kunta 2", "Johtaja", null);
    UUID long_ = invites(LONG_NAME, "Kunta 2", "t".repeat(120), null);
    Answer file = takes("letters.pdf?participants=" + aino + "," + long_);
    assertThat(file.header("Content-Disposition")).contains("kutsut-2026-04-02.pdf");
    try (PDDocument pdf = Loader.loadPDF(file.body())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Kutsut: Koetilaisuus");
      String letter = text(pdf, 0);
      assertThat(letter)
          .contains(
              "Aino Öhman",
              "Johtaja",
              "Kunta 2",
              "Koetilaisuus",
              "torstaina 2.4.2026 klo 12.00–12.30",
              "12.10–12.30 Itäosio",
              "paikan päällä",
              hall.code());
      assertThat(letter).doesNotContain("Länsiosio");
      assertThat(letter.replaceAll("\\s", "")).contains(linkOf(aino));
      assertThat(text(pdf, 1).replaceAll("\\s", "")).contains(linkOf(long_), hall.code());
      String code = code(pdf, 0, 15, 60, 70, 200);
      assertThat(code).isEqualTo(linkOf(aino));
      assertThat(code(pdf, 1, 15, 60, 70, 200)).isEqualTo(linkOf(long_));
      assertThat(Person.opening(hall.service(), code).participant()).isEqualTo(aino);
      assertEmbedded(pdf);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void theMeetingsLanguageIsSpoken(String language) throws Exception {
    hall.database().rows("update meeting set language = ? where id = ?", language, hall.id());
    UUID aino = invites("Aino Öhman", "Kunta 2", null, null);
    try (PDDocument pdf = Loader.loadPDF(takes("letters.pdf?participants=" + aino).body())) {
      assertThat(text(pdf, 0))
          .contains(
              language.equals("sv")
                  ? "torsdag 2 april 2026 kl. 12.00–12.30"
                  : "Thursday 2 April 2026, 12:00–12:30");
    }
    assertThat(takes("links.csv").header("Content-Disposition"))
        .contains(language.equals("sv") ? "lankar-2026" : "links-2026");
  }

  @Test
  void aListToMailFromHoldsNoFormulas() {
    UUID formula =
        invites("=HYPERLINK(\"http://a.example\";\"x\")", "Kunta 1", "+1", "a@b.example");
    UUID ake = invites(EMOJI, "Kunta 1", "@SUM(A1)", null);
    Answer file = takes("links.csv?organisation=" + hall.organisation("Kunta 1"));
    assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(file.text().lines())
        .containsExactly(
            "\uFEFFNimi;Sähköposti;Organisaatio;Nimike;Linkki",
            "\"'=HYPERLINK(\"\"http://a.example\"\";\"\"x\"\")\";a@b.example;Kunta 1;'+1;"
                + linkOf(formula),
            EMOJI + ";;Kunta 1;'@SUM(A1);" + linkOf(ake));
  }

  @Test
  void onlyThoseWhoseLinkOpensAreInIt() {
    UUID aino = invites("Aino Aalto", "Kunta 1", null, null);
    UUID gone = invites("Ben Berg", "Kunta 1", null, null);
    UUID other = invites("Cia Ceder", "Kunta 5", null, null);
    organiser
        .put(
            "/api/participants/" + gone + "/link",
            new JsonObject().put("generation", 1).put("valid", false))
        .done();
    hall.join(1);
    assertThat(takes("links.csv").text())
        .contains("Aino Aalto", "Cia Ceder", "Salin pj", "Suunnittelija")
        .doesNotContain("Ben Berg", "Osallistuja", "näyttö");
    assertThat(takes("links.csv?group=" + hall.group(Hall.THREE_MUNICIPALITIES)).text())
        .contains("Aino Aalto")
        .doesNotContain("Cia Ceder", "Salin pj");
    assertThat(takes("links.csv?participants=" + other + "," + gone).text().lines()).hasSize(2);
    organiser.get("/api/letters/badges.pdf?participants=" + gone).refused(404, "NOBODY_INVITED");
    organiser.get("/api/letters/badges.pdf?participants=x").refused(400, "BAD_REQUEST");
    Hall elsewhere = Hall.open();
    elsewhere
        .organiser()
        .get("/api/letters/links.csv?participants=" + aino)
        .refused(404, "NOBODY_INVITED");
  }

  @Test
  void othersAreRefusedAndWhatIsTakenIsKept() {
    UUID aino = invites("Aino Aalto", "Kunta 1", null, null);
    List<Person> others =
        List.of(
            Person.opening(hall.service(), linkOf(aino)),
            hall.join(1),
            hall.chair(Hall.PLENARY),
            hall.secretary(Hall.EAST),
            hall.screen(Hall.PLENARY));
    for (String file : List.of("badges.pdf", "letters.pdf", "links.csv")) {
      for (Person other : others) {
        other.get("/api/letters/" + file).refused(403, "FORBIDDEN");
      }
      new Person(hall.service())
          .get("/api/letters/" + file)
          .refused(400, "PARTICIPANT_HEADER_MISSING");
      takes(file);
    }
    assertThat(
            hall.database()
                .column(
                    "select (detail ->> 'file') || ' ' || (actor_id = ?) from audit where"
                        + " meeting_id = ? and action = 'letters.download' order by 1",
                    organiser.participant(),
                    hall.id()))
        .containsExactly("badges.pdf true", "letters.pdf true", "links.csv true");
  }

  @Test
  void aFileHoldsTwoThousandPeopleAndNoMore() throws Exception {
    hall.database()
        .rows(
            """
            with fresh as (
              insert into participant (id, meeting_id, name, link_generation)
              select gen_random_uuid(), ?, 'Osallistuja ' || n, 1 from generate_series(1, ?) n returning id, meeting_id)
            insert into role_grant (meeting_id, participant_id, role) select meeting_id, id, 'PARTICIPANT' from fresh
            """,
            hall.id(),
            LetterLimits.PEOPLE - 7);
    assertThat(takes("links.csv").text().lines()).hasSize(LetterLimits.PEOPLE + 1);
    byte[] badges = takes("badges.pdf").body();
    try (PDDocument pdf = Loader.loadPDF(badges)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(200);
      assertThat(wearer(badgeCode(pdf, 1_987))).isNotNull();
    }
    invites("Yksi liikaa", "Kunta 1", null, null);
    organiser.get("/api/letters/letters.pdf").refused(422, "TOO_MANY_INVITED");
  }
}
