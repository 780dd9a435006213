package fi.sovittu.people;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Links;
import fi.sovittu.meeting.JoinUrls;
import fi.sovittu.table.Csv;
import fi.sovittu.table.Table;
import fi.sovittu.table.Workbook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of a meeting as a file, with their personal links, and a sample to begin from; both in
 * the form that the import of rosters reads.
 */
public final class RosterFiles {
  private final Vertx vertx;
  private final Db db;
  private final Callers callers;
  private final Links links;
  private final JoinUrls urls;

  public RosterFiles(Vertx vertx, Db db, Callers callers, Links links, JoinUrls urls) {
    this.vertx = vertx;
    this.db = db;
    this.callers = callers;
    this.links = links;
    this.urls = urls;
  }

  public void mount(Api api) {
    api.on("getRosterFile", this::file);
  }

  private Future<Reply> file(Call call) {
    String asked = call.path("file");
    boolean csv = asked.endsWith(".csv");
    return callers
        .organiser(call)
        .compose(caller ->
            db.read(connection ->
                asked.startsWith("sample")
                    ? RosterTable.sample(connection, caller.meeting(), call.locale())
                    : RosterTable.everyone(
                        connection,
                        caller.meeting(),
                        call.locale(),
                        (participant, generation) ->
                            urls.open(links.token(participant, generation)))))
        // Thousands of rows take long to write, and votes must not wait for that.
        .compose(roster -> vertx.executeBlocking(() -> reply(roster, csv), false));
  }

  private static List<List<@Nullable Object>> rows(RosterTable roster) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    roster.rows().forEach(row -> rows.add(new ArrayList<>(row)));
    return rows;
  }

  private static Reply reply(RosterTable roster, boolean csv) {
    Table table =
        new Table(
            roster.title(),
            roster.headings().stream()
                .map(heading -> new Table.Column(heading, Table.Type.TEXT))
                .toList(),
            rows(roster));
    byte[] bytes = csv ? Csv.write(table) : Workbook.write(List.of(table));
    return Reply.bytes(Buffer.buffer(bytes), csv ? Csv.MEDIA_TYPE : Workbook.MEDIA_TYPE)
        .withHeader(
            "Content-Disposition",
            "attachment; filename=\"" + roster.file() + (csv ? ".csv" : ".xlsx") + "\"")
        .withHeader("Cache-Control", "no-store");
  }
}
