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
    for (Invited participant : people) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(participant.name());
      row.add(participant.email());
      row.add(participant.organisation());
      row.add(participant.title());
      row.add(participant.link());
      rows.add(row);
    }
    return Csv.write(new Table(words.of("file.links"), columns, rows));
  }
}
