package fi.sovittu.meeting;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisations that take part in a meeting. */
public final class Organisations {
  /** An organisation to make. */
  public record NewOrganisation(
      UUID id, OrganisationKind kind, String name, @Nullable String subRegion) {}

  private Organisations() {}

  /** Writes a new meeting's organisations, inside the caller's transaction. */
  public static Future<Void> insert(
      SqlConnection connection, UUID meeting, List<NewOrganisation> organisations) {
    List<Tuple> rows = new ArrayList<>();
    for (NewOrganisation organisation : organisations) {
      rows.add(
          Tuple.of(
              organisation.id(),
              meeting,
              organisation.kind().name(),
              organisation.name(),
              organisation.subRegion()));
    }
    return Inserts.all(
        connection,
        "insert into organisation (id, meeting_id, kind, name, sub_region) values ($1, $2, $3, $4,"
            + " $5)",
        rows);
  }
}
