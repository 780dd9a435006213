package fi.sovittu.teams.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes attendance reports as Teams does, in the languages and forms that it has had. */
public final class SampleReport {
  /** A stay to be written; {@code left} null for someone who was still there. */
  public record Visit(String name, String email, LocalDateTime joined, LocalDateTime left) {
    static Visit of(String name, String email, String joined, String left) {
      return new Visit(name, email, at(joined), left == null ? null : at(left));
    }
  }

  /** A time of the day of the tests' meeting. */
  static LocalDateTime at(String time) {
    return LocalDateTime.parse("2026-04-02T" + time);
  }

  /** How a language writes times, and what it calls things. */
  public enum Language {
    ENGLISH_US(
        "M/d/yy, h:mm:ss\u202Fa",
        List.of("Summary", "Participants", "In-Meeting Activities"),
        List.of("Meeting title", "Attended participants", "Start time", "End time"),
        List.of("Name", "Join Time", "Leave Time", "Duration", "Email", "Role"),
        List.of("Full Name", "User Action", "Timestamp"),
        List.of("Joined", "Left")),
    ENGLISH_GB(
        "dd/MM/yyyy, HH:mm:ss",
        ENGLISH_US.sections,
        ENGLISH_US.summary,
        ENGLISH_US.columns,
        ENGLISH_US.events,
        ENGLISH_US.actions),
    GERMAN(
        "dd.MM.yy, HH:mm:ss",
        List.of("Zusammenfassung", "Teilnehmer", "Aktivitäten während der Besprechung"),
        List.of("Titel der Besprechung", "Teilgenommen", "Startzeit", "Endzeit"),
        List.of("Name", "Beitrittszeit", "Verlassen um", "Dauer", "E-Mail", "Rolle"),
        List.of("Vollständiger Name", "Benutzeraktion", "Zeitstempel"),
        List.of("Beigetreten", "Verlassen")),
    FINNISH(
        "d.M.yyyy 'klo' HH.mm.ss",
        List.of("Yhteenveto", "Osallistujat", "Kokouksen aikaiset toiminnot"),
        List.of("Kokouksen otsikko", "Osallistuneet", "Alkamisaika", "Päättymisaika"),
        List.of("Nimi", "Liittymisaika", "Poistumisaika", "Kesto", "Sähköposti", "Rooli"),
        List.of("Koko nimi", "Käyttäjän toiminto", "Aikaleima"),
        List.of("Liittyi", "Poistui")),
    SWEDISH(
        "yyyy-MM-dd HH:mm:ss",
        List.of("Sammanfattning", "Deltagare", "Aktiviteter under mötet"),
        List.of("Mötesrubrik", "Närvarande deltagare", "Starttid", "Sluttid"),
        List.of(
            "Namn", "Anslutningstid", "Tid när mötet lämnades", "Varaktighet", "E-post", "Roll"),
        List.of("Fullständigt namn", "Användaråtgärd", "Tidsstämpel"),
        List.of("Anslöt", "Lämnade")),
    /** A language that the service has no word of. */
    OTHER(
        "yyyy-MM-dd HH:mm",
        List.of("概要", "参加者", "会議中のアクティビティ"),
        List.of("会議のタイトル", "出席者", "開始時刻", "終了時刻"),
        List.of("名前", "参加時刻", "退出時刻", "期間", "メール", "役割"),
        List.of("氏名", "操作", "タイムスタンプ"),
        List.of("参加", "退出"));

    private final DateTimeFormatter form;
    private final List<String> sections;
    private final List<String> summary;
    private final List<String> columns;
    private final List<String> events;
    private final List<String> actions;

    Language(
        String form,
        List<String> sections,
        List<String> summary,
        List<String> columns,
        List<String> events,
        List<String> actions) {
      this.form = DateTimeFormatter.ofPattern(form, Locale.US);
      this.sections = sections;
      this.summary = summary;
      this.columns = columns;
      this.events = events;
      this.actions = actions;
    }

    String write(LocalDateTime time) {
      return time == null ? "" : form.format(time);
    }
  }

  private final Language language;
  private final List<Visit> visits;
  private char delimiter = '\t';
  private LocalDateTime began = at("11:45:00");
  private LocalDateTime ended = at("15:05:00");

  public SampleReport(Language language, List<Visit> visits) {
    this.language = language;
    this.visits = visits;
  }

  SampleReport with(char otherDelimiter) {
    delimiter = otherDelimiter;
    return this;
  }

  public SampleReport lasting(LocalDateTime from, LocalDateTime to) {
    began = from;
    ended = to;
    return this;
  }

  /** Today's form: three numbered sections. */
  public String sections() {
    List<List<String>> lines = new ArrayList<>(head());
    lines.add(List.of("3. " + language.sections.get(2)));
    lines.addAll(table());
    return text(lines);
  }

  /** Two numbered sections: the first join and the last leave of each person. */
  String participants() {
    List<List<String>> lines = new ArrayList<>(head());
    lines.addAll(table());
    return text(lines);
  }

  private List<List<String>> head() {
    return List.of(
        List.of("1. " + language.sections.get(0)),
        List.of(language.summary.get(0), "Neuvottelupäivä, 2. osa"),
        List.of(language.summary.get(1), String.valueOf(visits.size())),
        List.of(language.summary.get(2), language.write(began)),
        List.of(language.summary.get(3), language.write(ended)),
        List.of(),
        List.of("2. " + language.sections.get(1)));
  }

  /** One table without sections. */
  String stays() {
    return text(table());
  }

  private List<List<String>> table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(language.columns);
    for (Visit visit : visits) {
      lines.add(
          List.of(
              visit.name(),
              language.write(visit.joined()),
              language.write(visit.left()),
              visit.left() == null
                  ? ""
                  : Duration.between(visit.joined(), visit.left()).toMinutes() + "m",
              visit.email(),
              "Presenter"));
    }
    return lines;
  }

  /** The form of 2020: a join or a leave in each row. */
  String events() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(language.events);
    for (Visit visit : visits) {
      String joined = language.actions.get(0);
      lines.add(List.of(visit.name(), joined, language.write(visit.joined())));
      if (visit.left() != null) {
        String left = language.actions.get(1);
        lines.add(List.of(visit.name(), left, language.write(visit.left())));
      }
    }
    return text(lines);
  }

  private String text(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      List<String> cells = line.stream().map(this::cell).toList();
      text.append(String.join(String.valueOf(delimiter), cells)).append("\r\n");
    }
    return text.toString();
  }

  private String cell(String cell) {
    return cell.indexOf(delimiter) < 0 && !cell.startsWith("\"")
        ? cell
        : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** As Teams saves it. */
  public static byte[] utf16(String text) {
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] markedUtf8(String text) {
    return utf8("\uFEFF" + text);
  }

  static byte[] windows(String text) {
    return text.getBytes(Charset.forName("windows-1252"));
  }
}
