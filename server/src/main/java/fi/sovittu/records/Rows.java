package fi.sovittu.records;

import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** What a query found, as a list. */
final class Rows {
  private Rows() {}

  static <T> List<T> list(RowSet<T> rows) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(list::add);
    return list;
  }
}
