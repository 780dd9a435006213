package fi.sovittu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table has one owner: only its package writes it. There is no exception. */
class TableOwnersTest {
  private static final Pattern STEP =
      Pattern.compile("(?m)^(create|drop)(?: unlogged)? table (?:if (?:not )?exists )?([a-z_]+)");

  @Test
  void everyTableHasAnOwner() throws IOException {
    Set<String> tables = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("../sql"))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      Matcher step = STEP.matcher(Files.readString(file));
      while (step.find()) {
        if (step.group(1).equals("drop")) {
          tables.remove(step.group(2));
        } else {
          tables.add(step.group(2));
        }
      }
    }
    assertThat(TableOwners.all().keySet()).isEqualTo(tables);
  }

  @Test
  void onlyItsOwnerWritesATable() throws IOException {
    List<SqlWrites.Write> writes = SqlWrites.below(Path.of("src/main/java"));
    assertThat(writes).as("what is looked at").hasSizeGreaterThan(100);
    Map<String, String> owners = TableOwners.all();
    List<String> strangers =
        writes.stream().flatMap(write -> fault(write, owners).stream()).sorted().toList();
    assertThat(strangers).as("%s", "\n" + String.join("\n", strangers)).isEmpty();
  }

  private static List<String> fault(SqlWrites.Write write, Map<String, String> owners) {
    String where = write.where() + ": ";
    String owner = owners.get(write.table());
    if (owner == null) {
      return List.of(
          where + write.verb() + " without the name of a table: '" + write.table() + "'");
    }
    String writer = write.inPackage();
    return writer.equals(owner) || writer.startsWith(owner + ".")
        ? List.of()
        : List.of(where + write.verb() + " " + write.table() + ", which is " + owner + "'s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into poll (id) | poll",
        "with x as (DELETE FROM only poll) select 1 | poll",
        "update poll p set title = 'x' | poll",
        "merge into poll using x | poll",
        "truncate poll | poll",
        "truncate table poll | poll",
        "delete from | ''",
        "select 1 from poll for update | none",
        "select 1 from poll for no key update | none",
        "on conflict do update set a = 1 | none",
        "the update of names | none"
      })
  void whatAStatementWritesIsFound(String sql, String table) {
    List<String> found = SqlWrites.tables(sql.equals("delete from") ? sql + " " : sql);
    assertThat(found).isEqualTo(table.equals("none") ? List.of() : List.of(table));
  }
}
