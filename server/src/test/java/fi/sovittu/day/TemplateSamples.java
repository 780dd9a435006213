package fi.sovittu.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fi.sovittu.poll.rules.PollLimits;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Template files, sound and damaged, for the reader's tests. */
final class TemplateSamples {
  /** The smallest file that has every property. */
  static final String SMALL =
      """
      title: Päivä
      language: fi
      date: 2.4.2026
      timeZone: Europe/Helsinki
      description: |
        Ensimmäinen.
        Toinen.
      organisers: [Suunnittelija]
      organisations:
        - {name: Ii, kind: MUNICIPALITY, subRegion: Oulunkaari}
        - {name: Pohde, kind: COUNTY}
      rooms:
        - {key: sali, name: Sali, plenary: true, chair: Johtaja, secretary: Sihteeri, screen: Näyttö}
        - {key: osio, name: Osio, chair: Johtaja, secretary: Sihteeri}
      goalSets:
        - {key: tavoitteet, name: Tavoitteet, room: osio, goals: [Yksi, Kaksi]}
        - {key: tyhjä, name: Tyhjä}
      agenda:
        - {key: kysely, room: osio, start: 12.05, minutes: 10, kind: POLL, title: Kysely}
        - {key: äänestys, room: sali, start: 13:00, minutes: 30, kind: COMMITMENT, title: Äänestys, ledBy: Johtaja}
      polls:
        - {key: k, room: osio, agendaRow: kysely, kind: SCALE, title: Mitä, showResults: AFTER_CLOSE, goalSet: tavoitteet, steps: 5, low: eri, high: sama}
        - {key: oma, room: osio, kind: SCALE, title: Oma, showResults: BY_CHAIR, statements: [Väite], steps: 10, low: ei, high: kyllä}
        - {key: s, room: sali, agendaRow: äänestys, kind: COMMITMENT, title: Sitoudutko, showResults: LIVE, goalSets: [tavoitteet]}
        - {key: valinta, room: sali, kind: CHOICE, title: Valinta, secrecy: NAMED, voters: ORGANISATIONS, groups: [ryhmä], showParticipants: LIVE, showScreen: BY_CHAIR, seconds: 90, majority: {rule: TWO_THIRDS, base: CAST}, quorum: {rule: ABSOLUTE, base: ENTITLED}, breakdowns: [CHANNEL, SUB_REGION], most: 2, options: [Yksi, {text: Kaksi}, {text: Kolmas, abstain: true}]}
        - {key: kyllä, room: sali, kind: CHOICE, title: Kyllä vai ei, showResults: LIVE, showScreen: BY_CHAIR, byMunicipality: true, publishBallots: true, options: YES_NO_ABSTAIN}
        - {key: peukut, room: sali, kind: THUMBS, title: Peukut}
        - {key: järjestys, room: sali, kind: RANKING, title: Järjestys, options: [A, B]}
        - {key: pisteet, room: sali, kind: POINTS, title: Pisteet, options: [C, D]}
        - {key: tekstit, room: sali, kind: TEXT, title: Tekstit, most: 3, moderated: true}
        - {key: sanat, room: sali, kind: WORDS, title: Sanat}
      groups:
        - {key: ryhmä, name: Ryhmä, kinds: [MUNICIPALITY, COUNTY]}
      """;

  /** The municipalities of North Ostrobothnia with their sub-regions. */
  static final List<String> MUNICIPALITIES =
      Map.of(
              "Rannikkoseutu", "Kalajoki Merijärvi Pyhäjoki Raahe Siikajoki",
              "Koillismaa", "Kuusamo Taivalkoski",
              "Oulunkaari", "Ii Pudasjärvi Utajärvi Vaala",
              "Oulun eteläinen",
                  "Alavieska Haapajärvi Haapavesi Kärsämäki Nivala Oulainen Pyhäjärvi Pyhäntä"
                      + " Reisjärvi Sievi Siikalatva Ylivieska",
              "Lakeus", "Hailuoto Kempele Liminka Lumijoki Muhos Tyrnävä",
              "Oulu", "Oulu")
          .entrySet()
          .stream()
          .flatMap(region ->
              Stream.of(region.getValue().split(" ")).map(name -> name + ";" + region.getKey()))
          .toList();

  /**
   * A file with one thing wrong.
   *
   * @param faults how many faults it has; more than one where one thing wrong makes another missing
   */
  record Refusal(
      TemplateFault fault, String file, String path, int line, String reason, int faults) {
    @Override
    public String toString() {
      return fault + " at " + path;
    }
  }

  private TemplateSamples() {}

  /** An example, at least, of every fault. */
  static Stream<Refusal> refusals() {
    return Stream.of(
        whole(
            TemplateFault.FILE_TOO_LONG,
            "#".repeat(TemplateLimits.FILE + 1),
            1,
            "The file is longer than 500,000 characters."),
        whole(TemplateFault.UNREADABLE, "title: [a\nb: ]: }\n", 2, UNREADABLE),
        whole(TemplateFault.UNREADABLE, "title: Päivä\n\tdate: 1\n", 2, UNREADABLE),
        whole(
            TemplateFault.UNREADABLE,
            "title: x\ndescription: \"Ei pääty\nlanguage: fi\n",
            2,
            UNREADABLE),
        whole(TemplateFault.UNREADABLE, "{\n\"title\": }", 2, UNREADABLE),
        whole(
            TemplateFault.UNREADABLE_CHARACTER,
            SMALL.replace("Ii,", "I\u0007i,"),
            10,
            "There is a character here that cannot be shown (U+0007). Remove it."),
        at(
            TemplateFault.UNREADABLE_CHARACTER,
            "name: Ii",
            "name: \"I\\0i\"",
            "organisations[0].name",
            10,
            "There is a character here that cannot be shown (U+0000). Remove it."),
        whole(
            TemplateFault.TWO_DOCUMENTS,
            SMALL + "---\ntitle: x\n",
            35,
            "A file holds one template, but a second one begins here. Remove the line --- and what"
                + " follows it."),
        whole(TemplateFault.ALIAS, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2, ALIAS),
        whole(TemplateFault.ALIAS, "title: !!int 1\n", 1, ALIAS),
        whole(
            TemplateFault.TOO_DEEP,
            "title: x\nagenda: " + "[".repeat(100_000),
            2,
            "There are more than 8 levels inside each other here. Check the indentation."),
        whole(TemplateFault.NOT_MAPPING, "", 1, NOT_MAPPING),
        whole(TemplateFault.NOT_MAPPING, "# nothing\n- title: x\n", 2, NOT_MAPPING),
        at(
            TemplateFault.NOT_MAPPING,
            "{name: Pohde, kind: COUNTY}",
            "Pohde",
            "organisations[1]",
            11,
            NOT_MAPPING),
        at(
            TemplateFault.NOT_LIST,
            "organisers: [Suunnittelija]",
            "organisers: Suunnittelija",
            "organisers",
            8,
            "Here should be a list, each item on a line that begins with “- ”."),
        at(
            TemplateFault.NOT_TEXT,
            "title: Päivä",
            "title: [Päivä]",
            "title",
            1,
            "Here should be a text, not a list or properties."),
        at(
            TemplateFault.UNKNOWN_PROPERTY,
            "kind: COUNTY}",
            "kind: COUNTY, colour: red}",
            "organisations[1].colour",
            11,
            "There is no such property here. Possible are: name, kind, subRegion."),
        at(
            TemplateFault.UNKNOWN_PROPERTY,
            "goalSets: [tavoitteet]",
            "steps: 5, goalSets: [tavoitteet]",
            "polls[2].steps",
            24,
            "There is no such property here. Possible are: key, room, agendaRow, title, kind,"
                + " groups, secrecy, voters, showResults, showParticipants, showScreen, seconds,"
                + " majority, quorum, breakdowns, goalSets."),
        at(
            TemplateFault.UNKNOWN_PROPERTY,
            "rule: TWO_THIRDS",
            "of: all, rule: TWO_THIRDS",
            "polls[3].majority.of",
            25,
            "There is no such property here. Possible are: rule, base."),
        at(
            TemplateFault.UNKNOWN_PROPERTY,
            "title: Peukut",
            "title: Peukut, moderated: true",
            "polls[5].moderated",
            27,
            "There is no such property here. Possible are: key, room, agendaRow, title, kind,"
                + " groups, secrecy, voters, showResults, showParticipants, showScreen, seconds,"
                + " majority, quorum, byMunicipality, breakdowns, publishBallots."),
        at(
            TemplateFault.REPEATED_PROPERTY,
            "date: 2.4.2026",
            "date: 2.4.2026\ntitle: Toinen",
            "title",
            4,
            "This property was given already on line 1."),
        at(TemplateFault.MISSING, "title: Päivä", "# title", "title", 2, "This is missing."),
        at(TemplateFault.MISSING, "title: Päivä", "title:", "title", 1, "This is missing."),
        at(
            TemplateFault.MISSING,
            "chair: Johtaja, secretary: Sihteeri}",
            "chair: Johtaja}",
            "rooms[1].secretary",
            14,
            "This is missing."),
        at(
            TemplateFault.MISSING,
            "goals: [Yksi, Kaksi]",
            "goals: [Yksi, ' ']",
            "goalSets[0].goals[1]",
            16,
            "This is missing."),
        at(
            TemplateFault.MISSING,
            "name: Ii",
            "name: ~",
            "organisations[0].name",
            10,
            "This is missing."),
        at(
            TemplateFault.TEXT_TOO_LONG,
            "name: Ii",
            "name: " + "ä".repeat(TemplateLimits.NAME + 1),
            "organisations[0].name",
            10,
            "The text has 121 characters; at most 120 fit."),
        at(
            TemplateFault.TEXT_TOO_LONG,
            "goals: [Yksi",
            "goals: [" + "ä".repeat(PollLimits.STATEMENT_LENGTH + 1),
            "goalSets[0].goals[0]",
            16,
            "The text has 501 characters; at most 500 fit."),
        at(
            TemplateFault.TEXT_NOT_ONE_LINE,
            "title: Päivä",
            "title: |\n  Päivä\n  ja ilta",
            "title",
            1,
            "The text must be on one line."),
        at(
            TemplateFault.NOT_WHOLE,
            "minutes: 10",
            "minutes: 0",
            "agenda[0].minutes",
            19,
            minutes("0")),
        at(
            TemplateFault.NOT_WHOLE,
            "minutes: 10",
            "minutes: 721",
            "agenda[0].minutes",
            19,
            minutes("721")),
        at(
            TemplateFault.NOT_WHOLE,
            "minutes: 10",
            "minutes: 10.5",
            "agenda[0].minutes",
            19,
            minutes("10.5")),
        at(
            TemplateFault.NOT_WHOLE,
            "minutes: 10",
            "minutes: 99999999999999999999",
            "agenda[0].minutes",
            19,
            minutes("99999999999999999999")),
        at(
            TemplateFault.NOT_WHOLE,
            "steps: 5",
            "steps: 11",
            "polls[0].steps",
            22,
            "Here should be a whole number from 2 to 10, not “11”."),
        at(
            TemplateFault.NOT_TRUE_OR_FALSE,
            "name: Osio, ",
            "name: Osio, plenary: ehkä, ",
            "rooms[1].plenary",
            14,
            "Here should be true or false, not “ehkä”."),
        at(
            TemplateFault.NOT_CHOICE,
            "kind: COUNTY",
            "kind: county",
            "organisations[1].kind",
            11,
            "Here should be one of: MUNICIPALITY, COUNTY, NGO, PARISH, OTHER. It says “county”."),
        at(
            TemplateFault.NOT_CHOICE,
            "kind: SCALE, title: Mitä",
            "kind: STARS, title: Mitä",
            "polls[0].kind",
            22,
            "Here should be one of: SCALE, CHOICE, THUMBS, RANKING, POINTS, TEXT, WORDS,"
                + " COMMITMENT. It says “STARS”."),
        at(
            TemplateFault.NOT_CHOICE,
            "showScreen: BY_CHAIR",
            "showScreen: NEVER",
            "polls[3].showScreen",
            25,
            "Here should be one of: LIVE, AFTER_CLOSE, BY_CHAIR. It says “NEVER”."),
        at(
            TemplateFault.NOT_CHOICE,
            "options: YES_NO_ABSTAIN",
            "options: KYLLÄ",
            "polls[4].options",
            26,
            "Here should be one of: YES_NO_ABSTAIN. It says “KYLLÄ”."),
        at(
            TemplateFault.TOO_MANY,
            "statements: [Väite]",
            "statements: " + numbers(PollLimits.MOST_STATEMENTS + 1),
            "polls[1].statements",
            23,
            "There are 21 of these; at most 20 are allowed."),
        at(
            TemplateFault.TOO_MANY,
            "organisers: [Suunnittelija]",
            "organisers: " + numbers(TemplateLimits.ORGANISERS + 1),
            "organisers",
            8,
            "There are 21 of these; at most 20 are allowed."),
        at(
            TemplateFault.TOO_MANY,
            "options: [A, B]",
            "options: " + numbers(PollLimits.MOST_RANKED + 1),
            "polls[6].options",
            28,
            "There are 13 of these; at most 12 are allowed."),
        at(
            TemplateFault.TOO_FEW,
            "options: [A, B]",
            "options: [A]",
            "polls[6].options",
            28,
            "There must be at least 2 of these."),
        at(
            TemplateFault.TOO_FEW,
            "statements: [Väite]",
            "statements: []",
            "polls[1].statements",
            23,
            "There must be at least 1 of these."),
        at(
            TemplateFault.KEY_FORM,
            "key: oma",
            "key: Oma kysely",
            "polls[1].key",
            23,
            "A key has small letters, digits, - and _, at most 40 characters, and begins with a"
                + " letter or a digit. “Oma kysely” does not."),
        at(TemplateFault.TAKEN, "key: oma", "key: k", "polls[1].key", 23, taken("k", 22)),
        at(
            TemplateFault.TAKEN,
            "name: Pohde",
            "name: II",
            "organisations[1].name",
            11,
            taken("II", 10)),
        at(TemplateFault.TAKEN, "name: Osio", "name: sali", "rooms[1].name", 14, taken("sali", 13)),
        at(
            TemplateFault.TAKEN,
            "key: äänestys",
            "key: kysely",
            "agenda[1].key",
            20,
            taken("kysely", 19),
            2),
        at(
            TemplateFault.TAKEN,
            "key: tyhjä",
            "key: tavoitteet",
            "goalSets[1].key",
            17,
            taken("tavoitteet", 16)),
        at(
            TemplateFault.TAKEN,
            "goals: [Yksi, Kaksi]",
            "goals: [Yksi, yksi]",
            "goalSets[0].goals[1]",
            16,
            taken("yksi", 16)),
        at(
            TemplateFault.TAKEN,
            "{text: Kaksi}",
            "{text: YKSI}",
            "polls[3].options[1].text",
            25,
            taken("YKSI", 25)),
        at(
            TemplateFault.TAKEN,
            "[CHANNEL, SUB_REGION]",
            "[CHANNEL, CHANNEL]",
            "polls[3].breakdowns[1]",
            25,
            taken("CHANNEL", 25)),
        at(
            TemplateFault.UNKNOWN_KEY,
            "groups: [ryhmä]",
            "groups: [muut]",
            "polls[3].groups[0]",
            25,
            "“muut” is not defined in this template. Defined are: ryhmä."),
        at(
            TemplateFault.UNKNOWN_KEY,
            "room: osio, start",
            "room: piha, start",
            "agenda[0].room",
            19,
            "“piha” is not defined in this template. Defined are: sali, osio."),
        at(
            TemplateFault.UNKNOWN_KEY,
            "agendaRow: kysely",
            "agendaRow: tauko",
            "polls[0].agendaRow",
            22,
            "“tauko” is not defined in this template. Defined are: kysely, äänestys."),
        at(
            TemplateFault.UNKNOWN_KEY,
            "goalSets: [tavoitteet]",
            "goalSets: [tavoitteet, muut]",
            "polls[2].goalSets[1]",
            24,
            "“muut” is not defined in this template. Defined are: tavoitteet, tyhjä."),
        at(
            TemplateFault.NOT_DATE,
            "date: 2.4.2026",
            "date: 31.2.2026",
            "date",
            3,
            date("31.2.2026")),
        at(
            TemplateFault.NOT_DATE,
            "date: 2.4.2026",
            "date: 2026-13-01",
            "date",
            3,
            date("2026-13-01")),
        at(TemplateFault.NOT_DATE, "date: 2.4.2026", "date: 2.4.1926", "date", 3, date("2.4.1926")),
        at(TemplateFault.NOT_DATE, "date: 2.4.2026", "date: huomenna", "date", 3, date("huomenna")),
        at(
            TemplateFault.NOT_TIME_ZONE,
            "Europe/Helsinki",
            "Europe/Oulu",
            "timeZone",
            4,
            "There is no time zone “Europe/Oulu”. Write for example Europe/Helsinki."),
        at(
            TemplateFault.NOT_TIME,
            "start: 12.05",
            "start: 24.00",
            "agenda[0].start",
            19,
            time("24.00")),
        at(
            TemplateFault.NOT_TIME,
            "start: 12.05",
            "start: 12.60",
            "agenda[0].start",
            19,
            time("12.60")),
        at(TemplateFault.NOT_TIME, "start: 12.05", "start: 12", "agenda[0].start", 19, time("12")),
        at(
            TemplateFault.NOT_TIME,
            "start: 12.05",
            "start: puolelta",
            "agenda[0].start",
            19,
            time("puolelta")),
        whole(
            TemplateFault.TIME_SKIPPED,
            SMALL
                .replace("date: 2.4.2026", "date: 29.3.2026")
                .replace("start: 12.05", "start: 3.30"),
            "agenda[0].start",
            19,
            "On this day there is no time 3.30: the clocks are put forward past it."),
        at(
            TemplateFault.PAST_MIDNIGHT,
            "start: 13:00, minutes: 30",
            "start: 23.31, minutes: 30",
            "agenda[1].minutes",
            20,
            "The row would go on after midnight."),
        at(
            TemplateFault.OVERLAP,
            "room: sali, start: 13:00",
            "room: osio, start: 12.14",
            "agenda[1].start",
            20,
            "The row starts before “Kysely” (line 19) in the same room has ended.",
            2),
        at(
            TemplateFault.NO_PLENARY,
            "plenary: true",
            "plenary: false",
            "rooms",
            12,
            "One room must be the plenary: add “plenary: true” to it."),
        at(
            TemplateFault.SECOND_PLENARY,
            "name: Osio, ",
            "name: Osio, plenary: true, ",
            "rooms[1].plenary",
            14,
            "There is only one plenary, and line 13 has it."),
        at(
            TemplateFault.GOALS_OR_STATEMENTS,
            "goalSet: tavoitteet, ",
            "",
            "polls[0]",
            22,
            GOALS_OR_STATEMENTS),
        at(
            TemplateFault.NO_GOALS,
            "goalSet: tavoitteet",
            "goalSet: tyhjä",
            "polls[0].goalSet",
            22,
            "Goal set “tyhjä” has no goals to vote on."),
        at(
            TemplateFault.NO_GOALS,
            "goalSets: [tavoitteet]",
            "goalSets: [tavoitteet, tyhjä]",
            "polls[2].goalSets[1]",
            24,
            "Goal set “tyhjä” has no goals to vote on."),
        at(
            TemplateFault.TOO_MANY_GOALS,
            "goalSet: tavoitteet",
            "goalSet: tavoitteet, statements: " + numbers(PollLimits.MOST_STATEMENTS - 1),
            "polls[0].goalSet",
            22,
            "There would be 21 goals and statements to ask about; one poll holds at most 20."),
        whole(
            TemplateFault.TOO_MANY_GOALS,
            SMALL
                .replace("name: Tyhjä}", "name: Tyhjä, goals: " + numbers(19) + "}")
                .replace("goalSets: [tavoitteet]", "goalSets: [tavoitteet, tyhjä]"),
            "polls[2].goalSets",
            24,
            "There would be 21 goals and statements to ask about; one poll holds at most 20."),
        at(
            TemplateFault.OTHER_ROOM,
            "agendaRow: kysely",
            "agendaRow: äänestys",
            "polls[0].agendaRow",
            22,
            "Agenda row “äänestys” belongs to room “sali”; a poll is in the room of its row."),
        at(
            TemplateFault.NO_MUNICIPALITY,
            "kind: MUNICIPALITY",
            "kind: OTHER",
            "polls[2].kind",
            24,
            "Municipalities vote here, and the template has none. Add municipalities or limit the"
                + " vote to groups (groups)."),
        at(
            TemplateFault.NO_MEMBER,
            "kinds: [MUNICIPALITY, COUNTY]",
            "kinds: [PARISH]",
            "groups[0]",
            33,
            "No organisation of the template belongs to the group. Give names of organisations"
                + " (organisations) or kinds (kinds)."),
        at(
            TemplateFault.UNKNOWN_ORGANISATION,
            "kinds: [MUNICIPALITY, COUNTY]",
            "organisations: [Pohde, Simo]",
            "groups[0].organisations[1]",
            33,
            "There is no organisation “Simo” in this template."),
        at(
            TemplateFault.COMMITMENT_RULES,
            "title: Sitoudutko,",
            "title: Sitoudutko, secrecy: ANONYMOUS,",
            "polls[2].secrecy",
            24,
            COMMITMENT_RULES),
        at(
            TemplateFault.COMMITMENT_RULES,
            "title: Sitoudutko,",
            "title: Sitoudutko, voters: PERSONS,",
            "polls[2].voters",
            24,
            COMMITMENT_RULES),
        at(
            TemplateFault.QUORUM_RULE,
            "quorum: {rule: ABSOLUTE,",
            "quorum: {rule: SIMPLE,",
            "polls[3].quorum",
            25,
            "A quorum is reckoned neither by the rule SIMPLE nor from the votes cast (CAST)."),
        at(
            TemplateFault.PERSONS_ONLY,
            "seconds: 90",
            "seconds: 90, byMunicipality: true",
            "polls[3].byMunicipality",
            25,
            "Only a poll of persons (voters: PERSONS) is counted by municipalities."),
        at(
            TemplateFault.ONE_COUNT_BY_GROUPS,
            "byMunicipality: true",
            "byMunicipality: true, breakdowns: [CHANNEL]",
            "polls[4].byMunicipality",
            26,
            "An anonymous poll can be counted by municipalities (byMunicipality) or broken down"
                + " (breakdowns), not both: together they could give a single answer away."),
        at(
            TemplateFault.ANONYMOUS_ONLY,
            "seconds: 90",
            "seconds: 90, publishBallots: true",
            "polls[3].publishBallots",
            25,
            "Only the ballots of an anonymous poll (secrecy: ANONYMOUS) can be published."),
        at(
            TemplateFault.MORE_THAN_OPTIONS,
            "most: 2",
            "most: 4",
            "polls[3].most",
            25,
            "There are only 3 options: more cannot be chosen."),
        at(
            TemplateFault.SECOND_ABSTENTION,
            "{text: Kaksi}",
            "{text: Kaksi, abstain: true}",
            "polls[3].options[2]",
            25,
            "Only one option can mean abstaining (abstain)."));
  }

  private static final String UNREADABLE =
      "The file cannot be read from here on. Check the indentation (spaces, no tabs), the colons,"
          + " the brackets and the quotation marks.";
  private static final String ALIAS =
      "YAML’s * references and ! tags are not used in templates. Write the text out.";
  private static final String NOT_MAPPING = "Here should be properties, each as “name: value”.";
  private static final String GOALS_OR_STATEMENTS =
      "A SCALE poll asks about the goals of sets (goalSets) or about statements of its own"
          + " (statements): give at least one of the two.";
  private static final String COMMITMENT_RULES =
      "A COMMITMENT vote is always named (secrecy: NAMED) and of organisations (voters:"
          + " ORGANISATIONS).";

  private static String minutes(String found) {
    return "Here should be a whole number from 1 to 720, not “" + found + "”.";
  }

  private static String taken(String name, int line) {
    return "“" + name + "” was used already on line " + line + ". Each must be different.";
  }

  private static String date(String found) {
    return "“" + found + "” is not a date from 2000 to 2100. Write for example 2.4.2026.";
  }

  private static String time(String found) {
    return "“" + found + "” is not a time. Write for example 12.05.";
  }

  private static String numbers(int count) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(i);
    }
    return list.toString();
  }

  private static Refusal whole(TemplateFault fault, String file, int line, String reason) {
    return whole(fault, file, "template", line, reason);
  }

  private static Refusal whole(
      TemplateFault fault, String file, String path, int line, String reason) {
    return new Refusal(fault, file, path, line, reason, 1);
  }

  /** The small file with its only "right" replaced by "wrong". */
  private static Refusal at(
      TemplateFault fault, String right, String wrong, String path, int line, String reason) {
    return at(fault, right, wrong, path, line, reason, 1);
  }

  private static Refusal at(
      TemplateFault fault,
      String right,
      String wrong,
      String path,
      int line,
      String reason,
      int faults) {
    int place = SMALL.indexOf(right);
    if (place < 0) {
      throw new IllegalArgumentException("not in the file: " + right);
    }
    String file = SMALL.substring(0, place) + wrong + SMALL.substring(place + right.length());
    return new Refusal(fault, file, path, line, reason, faults);
  }

  /**
   * The file after one accident: a line lost or doubled, a character changed, two swapped, or the
   * end torn off.
   */
  static String damaged(String file, int damage, int place, char character) {
    List<String> lines = new ArrayList<>(file.lines().toList());
    if (file.length() < 2) {
      return file;
    }
    int at = place % (file.length() - 1);
    int line = place % lines.size();
    switch (damage) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(line, lines.get(line));
      case 2 -> {
        return file.substring(0, at) + character + file.substring(at + 1);
      }
      case 3 -> {
        return file.substring(0, at)
            + file.charAt(at + 1)
            + file.charAt(at)
            + file.substring(at + 2);
      }
      default -> {
        return file.substring(0, at);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  static String shipped() {
    return resource("/templates/hyte-2026.yaml");
  }

  /**
   * The small file as JSON, a property a line; its times are texts, as YAML's numbers would lose
   * their form.
   */
  static String smallAsJson() {
    try {
      Object tree =
          new YAMLMapper().readValue(SMALL.replace("start: 12.05", "start: '12.05'"), Object.class);
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reader text(String resource) {
    return new InputStreamReader(
        Objects.requireNonNull(TemplateSamples.class.getResourceAsStream(resource), resource),
        StandardCharsets.UTF_8);
  }

  static String resource(String name) {
    try (Reader reader = text(name)) {
      StringWriter whole = new StringWriter();
      reader.transferTo(whole);
      return whole.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
