package fi.sovittu.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a download holds, before it has a file's form: a heading and a type for each column, and
 * rows of cells. A null cell is empty. Immutable.
 *
 * @param title names the sheet
 */
public record Table(String title, List<Column> columns, List<List<@Nullable Object>> rows) {
  /** What the cells of a column are. */
  public enum Type {
    TEXT(String.class),
    INTEGER(Integer.class),
    DECIMAL(BigDecimal.class),
    /** Local time in the meeting's zone; parts of a second are not shown. */
    DATE_TIME(LocalDateTime.class),
    /** Of any of these types. */
    ANY(Object.class);

    private final Class<?> cell;

    Type(Class<?> cell) {
      this.cell = cell;
    }
  }

  public record Column(String heading, Type type) {}

  /**
   * @throws IllegalArgumentException if a row has another number of cells than there are columns,
   *     or a cell another type than its column
   */
  public Table {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      check(columns, row);
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  private static void check(List<Column> columns, List<@Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
    }
    for (int i = 0; i < row.size(); i++) {
      Object cell = row.get(i);
      if (cell != null && !columns.get(i).type().cell.isInstance(cell)) {
        throw new IllegalArgumentException(cell.getClass() + " in column " + columns.get(i));
      }
    }
  }
}
