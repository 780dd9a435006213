package fi.sovittu.records;

import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import io.vertx.core.Future;

/** Downloads, for those who keep the record. */
public final class RecordApi {
  private final Callers callers;
  private final Records records;

  public RecordApi(Callers callers, Records records) {
    this.callers = callers;
    this.records = records;
  }

  public void mount(Api api) {
    api.on("getRecord", this::record);
  }

  private Future<Reply> record(Call call) {
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.SECRETARY, Role.ORGANISER);
          return records.file(call.path("record"), caller.meeting(), call.locale());
        })
        .map(file ->
            Reply.bytes(file.bytes(), file.mediaType())
                .withHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .withHeader("Cache-Control", "no-store"));
  }
}
