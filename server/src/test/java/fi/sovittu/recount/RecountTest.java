package fi.sovittu.recount;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {
  @TempDir static Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private JsonObject bundle;

  @BeforeEach
  void choice() {
    bundle = bundle(PollKind.CHOICE, "[0]", "[0]", "[1]", "[2]");
  }

  @ParameterizedTest
  @EnumSource(
      value = PollKind.class,
      mode = Mode.EXCLUDE,
      names = {"TEXT", "COMMITMENT"})
  void arrivesAtTheSameTally(PollKind kind) throws IOException {
    JsonObject published = bundle(kind, ballotsOf(kind));

    assertThat(recount(published)).isEqualTo(Recount.SAME);
    assertThat(told())
        .startsWith("Neuvottelu\nMitä mieltä? (" + kind + ", round 2)\n")
        .contains("\n3 ballots\n")
        .endsWith("The tally is the same as in the file.\n");
  }

  @Test
  void tellsTheTallyInPlainWords() throws IOException {
    recount(bundle(PollKind.SCALE, "[5,null]", "[4,1]", "[5,2]"));

    assertThat(told())
        .contains("1. Väite\n   1: 0   2: 0   3: 0   4: 1   5: 2   can't say: 0")
        .contains("mean 4.67   median 5.0\n")
        .contains("2. Toinen\n   1: 1   2: 1   3: 0   4: 0   5: 0   can't say: 1");
    told.reset();
    recount(bundle);
    assertThat(told()).contains("1. Kyllä: 2 votes\n2. Ei: 1 vote\n3. Tyhjää: 1 vote\n");
  }

  @Test
  void numbersAreTheSameHoweverTheyAreWritten() throws IOException {
    JsonObject points = bundle(PollKind.POINTS, "[100,0,0]", "[0,50,50]");
    points.getJsonObject("tally").getJsonArray("options").getJsonObject(0).put("mean", 50);

    assertThat(recount(points)).isEqualTo(Recount.SAME);
  }

  @Test
  void findsAChangedBallot() throws IOException {
    bundle.getJsonArray("ballots").getJsonObject(0).put("answers", new JsonArray().add(1));

    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);
    assertThat(told())
        .contains("The tally is NOT the same as in the file:")
        .contains("  counts[0]: the file says 2, counted 1\n")
        .contains("  counts[1]: the file says 1, counted 2\n");
  }

  @Test
  void findsAChangedTally() throws IOException {
    bundle.getJsonObject("tally").put("counts", new JsonArray().add(3).add(1));

    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);
    assertThat(told())
        .contains("counts[0]: the file says 3, counted 2")
        .contains("counts[2]: the file says null, counted 1");
  }

  @Test
  void findsARemovedAndAnAddedBallot() throws IOException {
    bundle.getJsonArray("ballots").remove(3);
    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);

    bundle = bundle(PollKind.CHOICE, "[0]");
    bundle.getJsonArray("ballots").add(ballot(9, "[0]"));
    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);
    assertThat(told()).contains("ballots: the file says 1, counted 2");
  }

  @Test
  void findsABallotThatStandsTwice() throws IOException {
    bundle
        .getJsonArray("ballots")
        .getJsonObject(1)
        .put("receipt", bundle.getJsonArray("ballots").getJsonObject(0).getString("receipt"));

    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);
    assertThat(told()).contains("1 ballot in the file more than once by their codes: CODE0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[3]",
        "[-1]",
        "[0,1]",
        "[0.5]",
        "[\"0\"]",
        "[null]",
        "[[0]]",
        "[{}]",
        "[99999999999]",
        "[true]"
      })
  void leavesImpossibleBallotsOut(String answers) throws IOException {
    bundle.getJsonArray("ballots").add(ballot(4, answers));

    assertThat(recount(bundle)).isEqualTo(Recount.DIFFERENT);
    assertThat(told())
        .contains("\n4 ballots\n")
        .contains("1 ballot not possible in this poll and not counted: no. 5 (CODE4)")
        .contains("The tally is the same as in the file.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "null",
        "{\"format\":\"sovittu-ballots-2\"}",
        "{\"format\":7}",
        "{\"format\":\"sovittu-ballots-1\"}",
        "{\"format\":\"sovittu-ballots-1\",\"poll\":[]}",
      })
  void refusesWhatIsNoBundle(String text) throws IOException {
    assertThat(recount(text)).isEqualTo(Recount.NOT_A_BUNDLE);
    assertThat(told()).isNotBlank().doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"format", "meeting", "poll", "ballots", "tally"})
  void refusesABundleWithoutAPart(String part) throws IOException {
    bundle.remove(part);

    assertThat(recount(bundle)).isEqualTo(Recount.NOT_A_BUNDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "title", "round", "most", "statements", "options"})
  void refusesABundleWhosePollLacksAPart(String part) throws IOException {
    bundle.getJsonObject("poll").remove(part);

    assertThat(recount(bundle)).isEqualTo(Recount.NOT_A_BUNDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TEXT", "COMMITMENT", "STARS"})
  void refusesKindsThatAreNeverPublished(String kind) throws IOException {
    bundle.getJsonObject("poll").put("kind", kind);

    assertThat(recount(bundle)).isEqualTo(Recount.NOT_A_BUNDLE);
  }

  @Test
  void refusesAHugeScaleBeforeItCosts() throws IOException {
    JsonObject scale = bundle(PollKind.SCALE, "[1,1]");
    scale.getJsonObject("poll").getJsonObject("scale").put("steps", 2_000_000_000);

    assertThat(recount(scale)).isEqualTo(Recount.NOT_A_BUNDLE);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(Recount.run(folder.resolve("missing.json"), new PrintStream(told)))
        .isEqualTo(Recount.NOT_A_BUNDLE);
    assertThat(told()).contains("missing.json");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

    assertThat(Recount.run(file, new PrintStream(told))).isEqualTo(Recount.NOT_A_BUNDLE);
  }

  @Property(tries = 300)
  void aTornOrScratchedFileNeverBreaksIt(
      @ForAll @IntRange(max = 2_000) int place, @ForAll char letter, @ForAll boolean torn)
      throws IOException {
    String text = bundle(PollKind.SCALE, "[5,null]", "[4,1]").encode();
    int at = place % text.length();
    Path file = Files.createTempFile("bundle", ".json");
    try {
      String kept = text.substring(0, at);
      Files.writeString(file, torn ? kept : kept + letter + text.substring(at + 1));
      assertThat(Recount.run(file, new PrintStream(told))).isBetween(0, 2);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void countsTenThousandBallots() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    String[] ballots = new String[10_000];
    for (int i = 0; i < ballots.length; i++) {
      ballots[i] = "[" + (1 + random.nextInt(5)) + "," + (1 + random.nextInt(5)) + "]";
    }

    assertThat(recount(bundle(PollKind.SCALE, ballots))).isEqualTo(Recount.SAME);
    assertThat(told()).contains("\n10000 ballots\n");
  }

  private int recount(JsonObject published) throws IOException {
    return recount(published.encodePrettily());
  }

  private int recount(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bundle.json"), text);
    return Recount.run(file, new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static String[] ballotsOf(PollKind kind) {
    return switch (kind) {
      case SCALE -> new String[] {"[5,null]", "[4,1]", "[null,null]"};
      case CHOICE -> new String[] {"[0]", "[1]", "[2]"};
      case THUMBS -> new String[] {"[\"UP\"]", "[\"DOWN\"]", "[\"SIDEWAYS\"]"};
      case RANKING -> new String[] {"[2,0,1]", "[1]", "[0,1]"};
      case POINTS -> new String[] {"[100,0,0]", "[33,33,34]", "[0,50,50]"};
      case WORDS -> new String[] {"[\"Terveys\"]", "[\"terveys\"]", "[\"ilo\"]"};
      case TEXT, COMMITMENT -> throw new IllegalArgumentException(kind + " is not published");
    };
  }

  /** What the service publishes of a poll of that kind with these ballots. */
  static JsonObject bundle(PollKind kind, String... ballots) {
    boolean scale = kind == PollKind.SCALE;
    JsonArray statements = new JsonArray();
    JsonArray options = new JsonArray();
    if (scale) {
      statements
          .add(new JsonObject().put("text", "Väite"))
          .add(new JsonObject().put("text", "Toinen"));
    } else if (kind != PollKind.THUMBS && kind != PollKind.WORDS) {
      options
          .add(new JsonObject().put("text", "Kyllä").put("abstain", false))
          .add(new JsonObject().put("text", "Ei").put("abstain", false))
          .add(new JsonObject().put("text", "Tyhjää").put("abstain", kind == PollKind.CHOICE));
    }
    JsonArray published = new JsonArray();
    List<JsonArray> answers = new ArrayList<>();
    for (int i = 0; i < ballots.length; i++) {
      published.add(ballot(i, ballots[i]));
      answers.add(new JsonArray(ballots[i]));
    }
    Question question =
        Question.of(
            kind,
            statements.size(),
            5,
            1,
            options.stream().map(option -> ((JsonObject) option).getBoolean("abstain")).toList());
    return new JsonObject()
        .put("format", "sovittu-ballots-1")
        .put("meeting", "Neuvottelu")
        .put(
            "poll",
            new JsonObject()
                .put("kind", kind.name())
                .put("title", "Mitä mieltä?")
                .put("round", 2)
                .put("most", 1)
                .put("scale", scale ? new JsonObject().put("steps", 5) : null)
                .put("statements", statements)
                .put("options", options))
        .put("ballots", published)
        .put("tally", new JsonObject(Json.encode(question.count(answers))));
  }

  private static JsonObject ballot(int number, String answers) {
    return new JsonObject().put("receipt", "CODE" + number).put("answers", new JsonArray(answers));
  }
}
