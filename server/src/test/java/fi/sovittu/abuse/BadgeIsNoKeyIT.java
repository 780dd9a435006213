package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import fi.sovittu.abuse.TextFields.Field;
import fi.sovittu.abuse.TextFields.Place;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a photo of a badge is good for: nothing. What the printed code says is tried in every place
 * of the contract that takes a text, by a stranger, and signs nobody in.
 */
class BadgeIsNoKeyIT {
  private static final int DPI = 150;

  private static Hall hall;
  private static String printed;

  @BeforeAll
  static void photograph() throws Exception {
    hall = Hall.open();
    byte[] badges =
        hall.organiser()
            .get("/api/letters/badges.pdf?participants=" + hall.organiser().participant())
            .done()
            .body();
    try (PDDocument pdf = Loader.loadPDF(badges)) {
      BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      printed =
          new QRCodeMultiReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
              .getText();
    }
  }

  private static String token() {
    return printed.substring(printed.indexOf('#') + 1);
  }

  private static Answer send(Field field, String text) {
    Person stranger = new Person(hall.service());
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    String path = TextFields.pathOf(field, encoded);
    if (field.place() == Place.QUERY) {
      path += "?" + field.path().getFirst() + "=" + encoded;
    }
    HttpRequest.Builder request = stranger.request(path);
    if (field.place() == Place.HEADER) {
      request.setHeader(field.path().getFirst(), text);
    }
    JsonObject body = TextFields.exampleFor(field);
    BodyPublisher sent = BodyPublishers.noBody();
    if (body != null) {
      request.header("Content-Type", "application/json");
      JsonObject with =
          field.place() == Place.BODY ? TextFields.replaced(body, field.path(), text) : body;
      sent = BodyPublishers.ofString(with.encode());
    }
    return stranger.send(request.method(field.method(), sent));
  }

  private static long sessions() {
    return hall.database()
        .count(
            "select count(*) from session s join participant p on p.id = s.participant_id where"
                + " p.meeting_id = ?",
            hall.id());
  }

  @Test
  void itSignsNobodyInWhereverItIsTried() {
    long before = sessions();
    List<Field> fields = TextFields.all();
    // Those that sign in are among them.
    assertThat(fields)
        .extracting(Field::toString)
        .contains("openLink body link", "useSignInLink body link", "join path code");
    for (Field field : fields) {
      for (String text : List.of(printed, token())) {
        Answer answer = send(field, text);
        assertThat(answer.header("Set-Cookie")).as(field + ": " + text).isEmpty();
        assertThat(answer.status()).as(field + ": " + text).isGreaterThanOrEqualTo(400);
      }
    }
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void theDoorDeskKnowsItsWearer() {
    JsonObject read =
        hall.secretary(Hall.EAST)
            .post("/api/attendance/badge", new JsonObject().put("badge", printed))
            .done()
            .json();
    assertThat(read.getString("id")).isEqualTo(hall.organiser().participant().toString());
  }

  @Test
  void aPhoneTakesItForNoAddress() {
    assertThat(printed).matches("Sovittu#[A-Za-z0-9_-]{43}");
  }
}
