package fi.sovittu.records;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.table.Csv;
import fi.sovittu.table.Table;
import fi.sovittu.table.Workbook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What secretaries take with them: attendance, polls, commitments and registers of voters as
 * workbooks and CSV files. One file shows one moment of the database. A workbook has every table; a
 * CSV file has the first of them. Thread-safe.
 */
public final class Records {
  /**
   * A file to download.
   *
   * @param name with the meeting's date, such as {@code lasnaolo-2026-04-02.xlsx}; ASCII letters
   *     only
   */
  public record File(String name, String mediaType, Buffer bytes) {}

  /** Reads about one subject on the given connection, and leaves the making of tables for later. */
  private interface Subject {
    Future<Supplier<List<Table>>> read(SqlConnection connection, Day day, Words words);
  }

  private static final Map<String, Subject> SUBJECTS =
      Map.of(
          "attendance",
              (connection, day, words) -> new AttendanceRecord(day, words).read(connection),
          "polls", (connection, day, words) -> new PollRecord(day, words).read(connection),
          "commitments",
              (connection, day, words) -> new CommitmentRecord(day, words).read(connection),
          "registers", (connection, day, words) -> new RegisterRecord(day, words).read(connection));

  private static final Pattern NAME = Pattern.compile("(?<subject>[a-z]+)\\.(?<form>xlsx|csv)");

  private static final String MEETING = "select held_on, time_zone from meeting where id = $1";

  private record Content(Day day, Supplier<List<Table>> tables) {}

  private final Vertx vertx;
  private final Db db;

  public Records(Vertx vertx, Db db) {
    this.vertx = vertx;
    this.db = db;
  }

  /**
   * Writes a record of the meeting as it is now.
   *
   * @param name {@code attendance}, {@code polls}, {@code commitments} or {@code registers}, with
   *     {@code .xlsx} or {@code .csv}
   * @param locale the language of headings and words: Finnish, Swedish or English
   * @return the file; {@code NOT_FOUND} for another name or an unknown meeting
   */
  public Future<File> file(String name, UUID meeting, Locale locale) {
    Matcher asked = NAME.matcher(name);
    Subject subject = asked.matches() ? SUBJECTS.get(asked.group("subject")) : null;
    if (subject == null) {
      return Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND));
    }
    Words words = new Words(locale);
    return db.read(connection -> content(connection, subject, meeting, words))
        // Thousands of rows take long to write, and votes must not wait for that.
        .compose(content ->
            vertx.executeBlocking(
                () ->
                    file(content, words.of("file." + asked.group("subject")), asked.group("form")),
                false));
  }

  private static Future<Content> content(
      SqlConnection connection, Subject subject, UUID meeting, Words words) {
    return connection
        .preparedQuery(MEETING)
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          if (rows.size() == 0) {
            return Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND));
          }
          Row row = rows.iterator().next();
          Day day =
              new Day(meeting, row.getLocalDate("held_on"), ZoneId.of(row.getString("time_zone")));
          return subject.read(connection, day, words).map(tables -> new Content(day, tables));
        });
  }

  private static File file(Content content, String subject, String form) {
    String name = subject + "-" + content.day().date() + "." + form;
    List<Table> tables = content.tables().get();
    return form.equals("csv")
        ? new File(name, Csv.MEDIA_TYPE, Buffer.buffer(Csv.write(tables.getFirst())))
        : new File(name, Workbook.MEDIA_TYPE, Buffer.buffer(Workbook.write(tables)));
  }
}
