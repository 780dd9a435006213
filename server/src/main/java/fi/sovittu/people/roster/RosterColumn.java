package fi.sovittu.people.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a roster can mean, and the headings by which it is recognised. */
public enum RosterColumn {
  NAME(
      List.of("nimi", "koko nimi", "osallistuja", "henkilö"),
      List.of("namn", "hela namnet", "deltagare", "person"),
      List.of("name", "full name", "participant")),
  FIRST_NAME(List.of("etunimi"), List.of("förnamn"), List.of("first name", "given name")),
  LAST_NAME(
      List.of("sukunimi"), List.of("efternamn"), List.of("last name", "surname", "family name")),
  EMAIL(
      List.of("sähköposti", "sähköpostiosoite", "s-posti"),
      List.of("e-post", "e-postadress"),
      List.of("e-mail", "e-mail address", "mail")),
  ORGANISATION(
      List.of("organisaatio", "kunta", "taho", "kunta tai muu organisaatio"),
      List.of("organisation", "kommun"),
      List.of("organization", "municipality")),
  TITLE(
      List.of("titteli", "nimike", "tehtävänimike", "tehtävä"),
      List.of("titel", "befattning", "uppgift"),
      List.of("title", "job title", "position")),
  GROUPS(List.of("ryhmä", "ryhmät"), List.of("grupp", "grupper"), List.of("group", "groups")),
  ROOMS(
      List.of("osio", "osiot", "rinnakkainen osio"),
      List.of("session", "sessioner", "parallell session"),
      List.of("sessions", "room", "rooms")),
  ROLES(List.of("rooli", "roolit"), List.of("roll", "roller"), List.of("role", "roles")),
  REPRESENTS(
      List.of("edustaja", "edustaa", "edustaa organisaatiotaan", "organisaation edustaja"),
      List.of("representant", "representerar", "företräder sin organisation"),
      List.of("representative", "represents", "represents its organisation")),
  DEPUTY_OF(
      List.of("kenen varaedustaja", "varaedustaja", "sijaistaa"),
      List.of("ersättare för", "suppleant för", "ersätter"),
      List.of("deputy of", "deputy for", "substitutes")),
  EXPECTED(
      List.of("osallistumistapa", "osallistuu"),
      List.of("deltagandesätt", "deltar"),
      List.of("attendance", "channel", "attends")),
  /** In the files that the service writes; not read. */
  LINK(
      List.of("henkilökohtainen linkki", "linkki"),
      List.of("personlig länk", "länk"),
      List.of("personal link", "link"));

  private final List<List<String>> headings;

  RosterColumn(List<String> finnish, List<String> swedish, List<String> english) {
    this.headings = List.of(finnish, swedish, english);
  }

  /** The meaning of a heading in any of the languages; null when it is none of ours. */
  static @Nullable RosterColumn of(String heading) {
    String word = Spelling.word(heading);
    for (RosterColumn column : values()) {
      for (List<String> language : column.headings) {
        if (language.stream().anyMatch(one -> Spelling.word(one).equals(word))) {
          return column;
        }
      }
    }
    return null;
  }
}
