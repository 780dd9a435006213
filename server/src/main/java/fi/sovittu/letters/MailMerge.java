package fi.sovittu.letters;

import fi.sovittu.table.Csv;
import fi.sovittu.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, e-mail addresses and personal links, for a program that writes to everyone. Pure. */
final class MailMerge {
  private MailMerge() {}

  static byte[] csv(List<Invited> people, LetterWords words) {
    List<Table.Column> columns =
        Stream.of("name", "email", "organisation", "title", "link")
            .map(key -> new Table.Column(words.of("column." + key), Table.Type.TEXT))
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Invited person : people) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(person.name());
      row.add(person.email());
      row.add(person.organisation());
      row.add(person.title());
      row.add(person.link());
      rows.add(row);
    }
    return Csv.write(new Table(words.of("file.links"), columns, rows));
  }
}
