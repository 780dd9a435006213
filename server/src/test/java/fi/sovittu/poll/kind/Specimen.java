package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Hall;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A poll of every kind, with answers that fit it, answers that do not, and a count of its own that
 * knows nothing of the service's.
 */
public enum Specimen {
  SCALE(
      "scale",
      hall -> PollForm.scale(),
      List.of("[1,2,3]", "[5,null,1]", "[null,null,null]", "[3,3,3]", "[2,5,4]"),
      List.of("[1,1]", "[1,1,1,1]", "[1,1,6]", "[1,1,10]"),
      List.of(
          "[]",
          "[0,1,1]",
          "[-1,1,1]",
          "[11,1,1]",
          "[1.5,1,1]",
          "[1e400,1,1]",
          "[99999999999999999999,1,1]",
          "[\"1\",1,1]",
          "[true,1,1]",
          "[[1],1,1]",
          "{\"0\":1}",
          "\"1,1,1\"",
          "null",
          ones(21))),
  CHOICE(
      "choice",
      hall -> PollForm.choice(1, "Kyllä", "Ei", "tyhjä"),
      List.of("[0]", "[1]", "[2]", "[1]", "[0]"),
      List.of("[0,1]", "[0,0]", "[3]", "[19]"),
      Invalid.PLACES),
  CHOICE_OF_MANY(
      "choice",
      hall -> PollForm.choice(3, "A", "B", "C", "D", "E"),
      List.of("[0]", "[2,1]", "[4,0,3]", "[1]", "[3,4]"),
      List.of("[0,1,2,3]", "[1,1]", "[0,5]", "[19]"),
      Invalid.PLACES),
  THUMBS(
      "thumb",
      hall -> PollForm.thumbs(),
      List.of("\"UP\"", "\"SIDEWAYS\"", "\"DOWN\"", "\"UP\"", "\"DOWN\""),
      List.of(),
      List.of("\"up\"", "\"\"", "\"LEFT\"", "0", "[\"UP\"]", "null", "true")),
  RANKING(
      "ranking",
      hall -> PollForm.ranking("A", "B", "C", "D"),
      List.of("[0,1,2,3]", "[3]", "[2,0]", "[1,3,0]", "[3,2,1,0]"),
      List.of("[0,0]", "[4]", "[0,1,2,3,0]", "[11]"),
      List.of("[]", "[-1]", "[12]", "[0.5]", "[\"0\"]", "[null]", "0", "null", "[1e99]", ones(13))),
  POINTS(
      "points",
      hall -> PollForm.points("A", "B", "C"),
      List.of("[100,0,0]", "[20,30,50]", "[33,33,34]", "[0,0,100]", "[1,1,98]"),
      List.of("[100,0]", "[50,50,0,0]", "[50,50,1]", "[0,0,0]", "[99,0,0]", "[100,100,100]"),
      List.of(
          "[]",
          "[100]",
          "[-1,50,51]",
          "[101,0,0]",
          "[50.5,49.5,0]",
          "[null,50,50]",
          "[\"100\",0,0]",
          "[9999999999,0,0]",
          "100",
          "null",
          ones(13))),
  TEXT(
      "texts",
      hall -> PollForm.text(2),
      List.of(
          "[\"Yksi\"]",
          "[\"Kaksi\",\"Kolme \uD83D\uDE00\"]",
          "[\"  tilaa \\n välissä \"]",
          "[\"a\\u0308iti\"]",
          "[\"<b>\\\"'--</b>\",\"Yksi\"]"),
      List.of(
          "[\"a\",\"b\",\"c\"]",
          "[\"   \"]",
          "[\"\\u2003\\n\"]",
          "[\"\\u200b\"]",
          "[\"a\",\"a\"]",
          "[\"a\",\" a \"]",
          "[\"a\\u0000b\"]",
          "[\"a\\u0007b\"]",
          "[\"\\ud800\"]"),
      List.of("[]", "[\"\"]", "[1]", "[null]", "\"text\"", "null", "{}", long280() + "]", ones(6))),
  WORDS(
      "words",
      hall -> PollForm.words(3),
      List.of(
          "[\"Terveys\"]",
          "[\"terveys\",\"ilo\"]",
          "[\"Ilo\",\"metsä\",\"työ\"]",
          "[\"ILO\"]",
          "[\"terveys\",\"ilo\"]"),
      List.of(
          "[\"a\",\"b\",\"c\",\"d\"]",
          "[\"ilo\",\"ILO\"]",
          "[\"ä\",\"A\\u0308\"]",
          "[\" \"]",
          "[\"a\\u0000b\"]"),
      List.of(
          "[]", "[\"\"]", "[\"aaaaaaaaaaaaaaaaaaaaaaaaaa\"]", "[1]", "[null]", "null", ones(6))),
  COMMITMENT(
      "commitment",
      hall -> PollForm.commitment(Hall.GOALS.stream().map(hall::goal).toArray(UUID[]::new)),
      List.of(
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"DECLINES\"}]",
          "[{\"answer\":\"RESERVATION\",\"reservation\":\" jos \\n"
              + " rahaa"
              + " \"},{\"answer\":\"COMMITS\",\"reservation\":null},{\"answer\":\"COMMITS\"}]",
          "[{\"answer\":\"DECLINES\"},{\"answer\":\"DECLINES\"},{\"answer\":\"DECLINES\"}]",
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"DECLINES\"},{\"answer\":\"COMMITS\"}]"),
      List.of(
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
          "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\"}]",
          "[{\"answer\":\"COMMITS\",\"reservation\":\"x\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]"),
      List.of("[]", "[null,null,null]", "[{},{},{}]", "[\"COMMITS\"]", "null", "{}", ones(21)));

  /** Constants of an enum cannot be used by its own constructors. */
  private static final class Invalid {
    private static final List<String> PLACES =
        List.of(
            "[]",
            "[-1]",
            "[20]",
            "[0.5]",
            "[\"0\"]",
            "[null]",
            "[true]",
            "[99999999999]",
            "0",
            "null",
            ones(21));
  }

  private final String property;
  private final Function<Hall, PollForm> form;
  private final List<String> answers;
  private final List<String> unfit;
  private final List<String> invalid;

  Specimen(
      String property,
      Function<Hall, PollForm> form,
      List<String> answers,
      List<String> unfit,
      List<String> invalid) {
    this.property = property;
    this.form = form;
    this.answers = answers;
    this.unfit = unfit;
    this.invalid = invalid;
  }

  private static String ones(int count) {
    return Collections.nCopies(count, "1").toString();
  }

  private static String long280() {
    return "[\"" + "ä".repeat(281) + "\"";
  }

  /** The property of a ballot that carries the answers. */
  public String property() {
    return property;
  }

  public PollForm form(Hall hall) {
    return form.apply(hall);
  }

  /** One of five answers that fit, each unlike the one before. */
  public Object answers(int number) {
    return Json.decodeValue(answers.get(number % answers.size()));
  }

  /** Answers of the contract's form that do not fit this poll, as JSON. */
  public List<String> unfit() {
    return unfit;
  }

  /** Answers that are not of the contract's form, as JSON. */
  public List<String> invalid() {
    return invalid;
  }

  /** What is kept of the answers. */
  public JsonArray stored(Object given) {
    return switch (this) {
      case SCALE, RANKING, POINTS -> (JsonArray) given;
      case CHOICE, CHOICE_OF_MANY -> new JsonArray(((JsonArray) given).stream().sorted().toList());
      case THUMBS -> new JsonArray().add(given);
      case TEXT, WORDS -> map(given, text -> canonical((String) text));
      case COMMITMENT ->
          map(
              given,
              one ->
                  new JsonObject()
                      .put("answer", ((JsonObject) one).getString("answer"))
                      .put("reservation", reservation((JsonObject) one)));
    };
  }

  private static String canonical(String text) {
    return switch (text) {
      case "  tilaa \n välissä " -> "tilaa välissä";
      case "a\u0308iti" -> "\u00e4iti";
      default -> text;
    };
  }

  private static String reservation(JsonObject answer) {
    return answer.getString("reservation") == null ? null : "jos\nrahaa";
  }

  private static JsonArray map(Object array, Function<Object, Object> mapping) {
    return new JsonArray(((JsonArray) array).stream().map(mapping).toList());
  }

  /** The answers as the property of a ballot shows them again. */
  public Object shown(Object given) {
    return this == THUMBS ? given : stored(given);
  }

  /**
   * Checks a tally against a count of its own.
   *
   * @param ballots what was sent, the last of each voter
   */
  public void check(JsonObject tally, List<Object> ballots) {
    List<JsonArray> all = ballots.stream().map(this::stored).toList();
    assertThat(tally.getString("kind")).isEqualTo(this == CHOICE_OF_MANY ? "CHOICE" : name());
    assertThat(tally.getInteger("ballots")).isEqualTo(all.size());
    switch (this) {
      case SCALE -> checkScale(tally.getJsonArray("statements"), all);
      case CHOICE -> assertThat(tally.getJsonArray("counts")).isEqualTo(counts(all, 0, 1, 2));
      case CHOICE_OF_MANY ->
          assertThat(tally.getJsonArray("counts")).isEqualTo(counts(all, 0, 1, 2, 3, 4));
      case THUMBS ->
          assertThat(tally.getJsonArray("counts")).isEqualTo(counts(all, "UP", "SIDEWAYS", "DOWN"));
      case RANKING -> checkRanking(tally.getJsonArray("options"), all);
      case POINTS -> checkPoints(tally.getJsonArray("options"), all);
      case TEXT -> checkTexts(tally, all);
      case WORDS -> checkWords(tally, all);
      case COMMITMENT -> checkCommitment(tally, all);
    }
  }

  /** How many ballots contain each value. */
  private static JsonArray counts(List<JsonArray> ballots, Object... values) {
    return new JsonArray(
        Stream.of(values)
            .map(value -> (int) ballots.stream().filter(ballot -> ballot.contains(value)).count())
            .toList());
  }

  private static void checkScale(JsonArray statements, List<JsonArray> ballots) {
    assertThat(statements).hasSize(3);
    for (int i = 0; i < 3; i++) {
      int at = i;
      List<Integer> said =
          ballots.stream()
              .map(ballot -> ballot.getInteger(at))
              .filter(step -> step != null)
              .sorted()
              .toList();
      JsonObject statement = statements.getJsonObject(i);
      assertThat(statement.getJsonArray("counts"))
          .isEqualTo(
              new JsonArray(
                  IntStream.rangeClosed(1, 5)
                      .mapToObj(step -> Collections.frequency(said, step))
                      .toList()));
      assertThat(statement.getInteger("n")).isEqualTo(said.size());
      assertThat(statement.getInteger("cantSay")).isEqualTo(ballots.size() - said.size());
      if (said.isEmpty()) {
        assertThat(statement.getValue("mean")).isNull();
        assertThat(statement.getValue("median")).isNull();
      } else {
        assertThat(statement.getDouble("mean")).isEqualTo(mean(said));
        assertThat(statement.getDouble("median"))
            .isEqualTo((said.get((said.size() - 1) / 2) + said.get(said.size() / 2)) / 2.0);
      }
    }
  }

  private static double mean(List<Integer> values) {
    int sum = values.stream().mapToInt(Integer::intValue).sum();
    return Math.round(100.0 * sum / values.size()) / 100.0;
  }

  private static void checkRanking(JsonArray options, List<JsonArray> ballots) {
    assertThat(options).hasSize(4);
    for (int option = 0; option < 4; option++) {
      double borda = 0;
      int first = 0;
      int ranked = 0;
      for (JsonArray ballot : ballots) {
        int place = ballot.getList().indexOf(option);
        first += place == 0 ? 1 : 0;
        ranked += place >= 0 ? 1 : 0;
        // Those left out share what remains: of r left the points r - 1, …, 0.
        borda += place >= 0 ? 3 - place : (4 - ballot.size() - 1) / 2.0;
      }
      JsonObject counted = options.getJsonObject(option);
      assertThat(counted.getDouble("borda")).isEqualTo(borda);
      assertThat(counted.getInteger("first")).isEqualTo(first);
      assertThat(counted.getInteger("ranked")).isEqualTo(ranked);
    }
  }

  private static void checkPoints(JsonArray options, List<JsonArray> ballots) {
    assertThat(options).hasSize(3);
    for (int i = 0; i < 3; i++) {
      int at = i;
      List<Integer> given = ballots.stream().map(ballot -> ballot.getInteger(at)).toList();
      JsonObject counted = options.getJsonObject(i);
      assertThat(counted.getInteger("total"))
          .isEqualTo(given.stream().mapToInt(Integer::intValue).sum());
      if (given.isEmpty()) {
        assertThat(counted.getValue("mean")).isNull();
      } else {
        assertThat(counted.getDouble("mean")).isEqualTo(mean(given));
      }
    }
  }

  private static void checkTexts(JsonObject tally, List<JsonArray> ballots) {
    List<Object> sent = new ArrayList<>();
    ballots.forEach(ballot -> sent.addAll(ballot.getList()));
    List<JsonObject> entries =
        tally.getJsonArray("entries").stream().map(JsonObject.class::cast).toList();
    assertThat(entries.stream().map(entry -> entry.getValue("text")))
        .containsExactlyInAnyOrderElementsOf(sent);
    assertThat(entries.stream().map(entry -> entry.getString("id"))).doesNotHaveDuplicates();
    assertThat(entries).allMatch(entry -> entry.getString("state").equals("SHOWN"));
    assertThat(tally.getInteger("waiting")).isZero();
  }

  private static void checkWords(JsonObject tally, List<JsonArray> ballots) {
    Map<String, Integer> counts = new HashMap<>();
    ballots.forEach(ballot ->
        ballot.forEach(
            word -> counts.merge(word.toString().toLowerCase(Locale.ROOT), 1, Integer::sum)));
    List<JsonObject> words =
        tally.getJsonArray("words").stream().map(JsonObject.class::cast).toList();
    assertThat(
            words.stream()
                .collect(
                    Collectors.toMap(
                        word -> word.getString("word").toLowerCase(Locale.ROOT),
                        word -> word.getInteger("count"))))
        .isEqualTo(counts);
    assertThat(words.stream().map(word -> -word.getInteger("count"))).isSorted();
    assertThat(tally.getInteger("others")).isZero();
  }

  private static void checkCommitment(JsonObject tally, List<JsonArray> ballots) {
    assertThat(tally.getInteger("of")).isEqualTo(Hall.MUNICIPALITIES);
    assertThat(tally.getJsonArray("organisations")).hasSize(ballots.size());
    for (int i = 0; i < 3; i++) {
      Map<String, Integer> counts =
          new TreeMap<>(Map.of("COMMITS", 0, "RESERVATION", 0, "DECLINES", 0));
      for (JsonArray ballot : ballots) {
        counts.merge(ballot.getJsonObject(i).getString("answer"), 1, Integer::sum);
      }
      assertThat(tally.getJsonArray("statements").getJsonObject(i))
          .isEqualTo(
              new JsonObject()
                  .put("commits", counts.get("COMMITS"))
                  .put("reservations", counts.get("RESERVATION"))
                  .put("declines", counts.get("DECLINES")));
    }
  }
}
