package fi.sovittu.agenda;

import fi.sovittu.live.Change;
import fi.sovittu.live.Fact;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;

/** What happens to the people when a parallel room starts or ends; part of the same transaction. */
public interface RoomMoves {
  /** Others are present in a room than before, and so others may vote there. */
  Fact PRESENCE = new Fact("presence");

  /** Those in the plenary who chose this room are in it from now on. */
  Future<Void> roomStarted(SqlConnection connection, Change change, UUID meeting, UUID room);

  /** Those in the room are in the plenary from now on. */
  Future<Void> roomEnded(SqlConnection connection, Change change, UUID meeting, UUID room);
}
