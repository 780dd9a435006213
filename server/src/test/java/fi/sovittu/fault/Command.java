package fi.sovittu.fault;

import fi.sovittu.fault.Operation.Kind;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * What somebody wants done, the same in each attempt. See {@link Operation} for the first five.
 *
 * @param mayBe the code of the problem that it may be refused with, or an empty text
 */
record Command(
    Kind kind,
    UUID subject,
    String actor,
    int order,
    String value,
    String mayBe,
    String method,
    String path,
    JsonObject body) {

  @Override
  public String toString() {
    return kind + " " + subject + " " + order + " " + value;
  }
}
