package fi.sovittu.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.sovittu.agenda.ItemKind;
import fi.sovittu.base.Problem;
import fi.sovittu.day.TemplateSamples.Refusal;
import fi.sovittu.meeting.OrganisationKind;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollDraft.Rules;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

  @Test
  void readsTheShippedDay() {
    Template day = TemplateReader.read(TemplateSamples.shipped(), Locale.of("fi"));

    assertThat(day.date()).isEqualTo(LocalDate.of(2026, 4, 2));
    assertThat(day.timeZone()).isEqualTo(ZoneId.of("Europe/Helsinki"));
    assertThat(day.language()).isEqualTo("fi");
    assertThat(day.organisations())
        .filteredOn(organisation -> organisation.kind() == OrganisationKind.MUNICIPALITY)
        .extracting(organisation -> organisation.name() + ";" + organisation.subRegion())
        .containsExactlyInAnyOrderElementsOf(TemplateSamples.MUNICIPALITIES);
    assertThat(day.onSite()).isEqualTo(new Template.OnSite(3, 1));
    assertThat(day.rooms()).hasSize(4);
    assertThat(day.agenda()).hasSize(24);
    assertThat(day.plannedStart(day.agenda().get(2)))
        .isEqualTo(Instant.parse("2026-04-02T09:00:00Z"));
    assertThat(day.goalSets())
        .hasSize(3)
        .allSatisfy(set -> assertThat(set.goals()).hasSizeBetween(3, 5));
    assertThat(day.groups())
        .extracting(Template.VoterGroup::name)
        .containsExactly("Kunnat", "Järjestöt ja seurakunnat", "Hyvinvointialue");
    assertThat(day.polls()).hasSize(9).allSatisfy(poll -> assertThat(poll.agendaRow()).isNotNull());
    assertThat(day.polls())
        .extracting(poll -> poll.draft().kind())
        .contains(
            PollKind.SCALE,
            PollKind.CHOICE,
            PollKind.RANKING,
            PollKind.POINTS,
            PollKind.TEXT,
            PollKind.WORDS,
            PollKind.COMMITMENT);
  }

  @Test
  void theFrameOfTheShippedDayIsTheProgrammes() {
    Template day = TemplateReader.read(TemplateSamples.shipped(), Locale.of("fi"));

    assertThat(day.agenda())
        .filteredOn(row -> row.room().equals("plenaari"))
        .extracting(Template.AgendaRow::start)
        .containsExactly(
            LocalTime.of(10, 0),
            LocalTime.of(11, 0),
            LocalTime.of(12, 0),
            LocalTime.of(13, 30),
            LocalTime.of(14, 0),
            LocalTime.of(14, 30));
    for (String room : List.of("lapset", "työikäiset", "ikäihmiset")) {
      assertThat(day.agenda()).filteredOn(row -> row.room().equals(room)).hasSize(6);
    }
  }

  @Test
  void readsEveryProperty() {
    Template day = TemplateReader.read(TemplateSamples.SMALL, Locale.ENGLISH);

    assertThat(day.description()).isEqualTo("Ensimmäinen.\nToinen.");
    assertThat(day.organisers()).containsExactly("Suunnittelija");
    assertThat(day.rooms())
        .containsExactly(
            new Template.Room("sali", "Sali", true, "Johtaja", "Sihteeri", "Näyttö"),
            new Template.Room("osio", "Osio", false, "Johtaja", "Sihteeri", null));
    assertThat(day.agenda().get(1))
        .isEqualTo(
            new Template.AgendaRow(
                "äänestys",
                "sali",
                LocalTime.of(13, 0),
                30,
                ItemKind.COMMITMENT,
                "Äänestys",
                "Johtaja"));
    assertThat(day.goalSets().getFirst())
        .isEqualTo(
            new Template.GoalSet("tavoitteet", "Tavoitteet", "osio", List.of("Yksi", "Kaksi")));
    assertThat(day.groups())
        .containsExactly(
            new Template.VoterGroup(
                "ryhmä",
                "Ryhmä",
                List.of(),
                List.of(OrganisationKind.MUNICIPALITY, OrganisationKind.COUNTY)));
  }

  @Test
  void readsHowManyMayBeOnSite() {
    assertThat(onSite("")).isEqualTo(new Template.OnSite(null, null));
    assertThat(onSite("onSite: {perRoom: 2}")).isEqualTo(new Template.OnSite(null, 2));
    assertThat(onSite("onSite: {most: 1000}")).isEqualTo(new Template.OnSite(1000, null));
    for (String wrong : List.of("{most: 0}", "{perRoom: 1001}", "{most: many}", "{each: 1}", "3")) {
      assertThat(faults(TemplateSamples.SMALL + "onSite: " + wrong, "en"))
          .singleElement()
          .extracting(Problem.Field::field)
          .asString()
          .startsWith("onSite");
    }
  }

  private static Template.OnSite onSite(String lines) {
    return TemplateReader.read(TemplateSamples.SMALL + lines, Locale.ENGLISH).onSite();
  }

  @Test
  void readsPollsOfEveryKind() {
    Template day = TemplateReader.read(TemplateSamples.SMALL, Locale.ENGLISH);

    assertThat(day.polls())
        .extracting(poll -> poll.draft().kind())
        .containsExactly(
            PollKind.SCALE,
            PollKind.SCALE,
            PollKind.COMMITMENT,
            PollKind.CHOICE,
            PollKind.CHOICE,
            PollKind.THUMBS,
            PollKind.RANKING,
            PollKind.POINTS,
            PollKind.TEXT,
            PollKind.WORDS);
    assertThat(day.polls().get(0))
        .isEqualTo(
            new Template.Poll(
                "k",
                "osio",
                "kysely",
                List.of("tavoitteet"),
                List.of(),
                new PollDraft(
                    PollKind.SCALE,
                    "Mitä",
                    null,
                    plain(ShowResults.AFTER_CLOSE),
                    new PollDraft.Scale(5, "eri", "sama"),
                    1,
                    List.of(),
                    List.of())));
    assertThat(day.polls().get(1).draft().statements())
        .containsExactly(new PollDraft.Statement("Väite", null, null));
    assertThat(day.polls().get(2))
        .isEqualTo(
            new Template.Poll(
                "s",
                "sali",
                "äänestys",
                List.of("tavoitteet"),
                List.of(),
                new PollDraft(
                    PollKind.COMMITMENT,
                    "Sitoudutko",
                    null,
                    Rules.plain(Secrecy.NAMED, Voters.ORGANISATIONS, ShowResults.LIVE),
                    null,
                    1,
                    List.of(),
                    List.of())));
    assertThat(day.polls().get(4).draft().options())
        .containsExactly(option("Kyllä"), option("Ei"), abstention("Tyhjää"));
    assertThat(day.polls().get(5).draft().rules()).isEqualTo(plain(ShowResults.AFTER_CLOSE));
    assertThat(day.polls().get(7).draft().options()).containsExactly(option("C"), option("D"));
    assertThat(day.polls().get(8).draft().most()).isEqualTo(3);
    assertThat(day.polls().get(8).draft().rules().moderated()).isTrue();
    assertThat(day.polls().get(9).draft().most()).isEqualTo(1);
  }

  @Test
  void readsEveryRule() {
    Template.Poll choice =
        TemplateReader.read(TemplateSamples.SMALL, Locale.ENGLISH).polls().get(3);

    assertThat(choice.groups()).containsExactly("ryhmä");
    assertThat(choice.draft().options())
        .containsExactly(option("Yksi"), option("Kaksi"), abstention("Kolmas"));
    assertThat(choice.draft().most()).isEqualTo(2);
    assertThat(choice.draft().rules())
        .isEqualTo(
            new Rules(
                Secrecy.NAMED,
                Voters.ORGANISATIONS,
                List.of(),
                ShowResults.LIVE,
                ShowResults.BY_CHAIR,
                90,
                new Majority(MajorityRule.TWO_THIRDS, MajorityBase.CAST),
                new Majority(MajorityRule.ABSOLUTE, MajorityBase.ENTITLED),
                false,
                List.of(BreakdownDimension.CHANNEL, BreakdownDimension.SUB_REGION),
                false,
                false));
  }

  @Test
  void oneAudienceMayDifferFromTheOther() {
    Rules rules =
        TemplateReader.read(TemplateSamples.SMALL, Locale.ENGLISH).polls().get(4).draft().rules();

    assertThat(rules.showParticipants()).isEqualTo(ShowResults.LIVE);
    assertThat(rules.showScreen()).isEqualTo(ShowResults.BY_CHAIR);
    assertThat(rules.byMunicipality()).isTrue();
    assertThat(rules.publishBallots()).isTrue();
  }

  @Test
  void goalsOfSeveralSetsAndStatementsMayBeMixed() {
    String file =
        TemplateSamples.SMALL
            .replace("name: Tyhjä}", "name: Tyhjä, goals: [Kolme]}")
            .replace("goalSet: tavoitteet", "goalSets: [tyhjä, tavoitteet], statements: [Oma]");

    Template.Poll poll = TemplateReader.read(file, Locale.ENGLISH).polls().getFirst();
    assertThat(poll.goalSets()).containsExactly("tyhjä", "tavoitteet");
    assertThat(poll.draft().statements())
        .containsExactly(new PollDraft.Statement("Oma", null, null));
  }

  @Test
  void aGroupKnowsItsOrganisationsByNameOrKind() {
    String file =
        TemplateSamples.SMALL.replace(
            "kinds: [MUNICIPALITY, COUNTY]", "organisations: [POHDE], kinds: [NGO]");

    Template.VoterGroup group = TemplateReader.read(file, Locale.ENGLISH).groups().getFirst();
    assertThat(group.organisations()).containsExactly("Pohde");
    assertThat(group.holds(new Template.Organisation("Pohde", OrganisationKind.COUNTY, null)))
        .isTrue();
    assertThat(group.holds(new Template.Organisation("Muu", OrganisationKind.NGO, null))).isTrue();
    assertThat(group.holds(new Template.Organisation("Ii", OrganisationKind.MUNICIPALITY, null)))
        .isFalse();
  }

  @Test
  void organisationsOfGroupsNeedNoMunicipality() {
    String file =
        TemplateSamples.SMALL
            .replace("kind: MUNICIPALITY", "kind: NGO")
            .replace("goalSets: [tavoitteet]", "goalSets: [tavoitteet], groups: [ryhmä]");

    assertThat(TemplateReader.read(file, Locale.ENGLISH).polls()).hasSize(10);
  }

  @Test
  void faultsOfAPollAreToldTogetherWithThoseOfItsParts() {
    String file =
        TemplateSamples.SMALL.replace(
            "seconds: 90,", "seconds: 1, byMunicipality: true, publishBallots: true,");

    assertThat(faults(file, "en"))
        .extracting(Problem.Field::field)
        .containsExactlyInAnyOrder(
            "polls[3].seconds", "polls[3].byMunicipality", "polls[3].publishBallots");
  }

  @Test
  void aFaultyPartHasNoSecondFault() {
    String file =
        TemplateSamples.SMALL.replace(
            "options: [Yksi, {text: Kaksi}, {text: Kolmas, abstain: true}]", "options: Yksi");

    assertThat(faults(file, "en"))
        .extracting(Problem.Field::field)
        .containsExactly("polls[3].options");
  }

  @Test
  void everyDraftOfTheShippedDayIsSound() {
    Template day = TemplateReader.read(TemplateSamples.shipped(), Locale.of("fi"));

    assertThat(day.polls())
        .filteredOn(poll -> poll.goalSets().isEmpty())
        .isNotEmpty()
        .allSatisfy(poll -> assertThat(poll.draft().faults()).isEmpty());
  }

  private static Rules plain(ShowResults show) {
    return Rules.plain(Secrecy.ANONYMOUS, Voters.PERSONS, show);
  }

  private static PollDraft.Option option(String text) {
    return new PollDraft.Option(text, false);
  }

  private static PollDraft.Option abstention(String text) {
    return new PollDraft.Option(text, true);
  }

  @Test
  void readsJsonToo() {
    String json = TemplateSamples.smallAsJson();

    assertThat(json).startsWith("{");
    assertThat(TemplateReader.read(json, Locale.ENGLISH))
        .isEqualTo(TemplateReader.read(TemplateSamples.SMALL, Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-02", "2.4.2026", "02.04.2026", "'2.4.2026'"})
  void readsDatesAsTheyAreWritten(String date) {
    String file = TemplateSamples.SMALL.replace("date: 2.4.2026", "date: " + date);

    assertThat(TemplateReader.read(file, Locale.ENGLISH).date())
        .isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Test
  void toleratesByteOrderMarkWindowsLineEndsAndNumbersAsTexts() {
    String file =
        "\uFEFF"
            + TemplateSamples.SMALL.replace("title: Päivä", "title: 2026").replace("\n", "\r\n");

    assertThat(TemplateReader.read(file, Locale.ENGLISH).title()).isEqualTo("2026");
  }

  @Test
  void writesLettersInOneWay() {
    String file = TemplateSamples.SMALL.replace("title: Päivä", "title: Pa\u0308iva\u0308");

    assertThat(TemplateReader.read(file, Locale.ENGLISH).title()).isEqualTo("Päivä");
  }

  @Test
  void anItemMayEndAtMidnight() {
    String file =
        TemplateSamples.SMALL.replace("start: 13:00, minutes: 30", "start: 23.30, minutes: 30");

    assertThat(TemplateReader.read(file, Locale.ENGLISH).agenda()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("fi.sovittu.day.TemplateSamples#refusals")
  void refusesWithPlaceLineAndReason(Refusal refusal) {
    assertThat(faults(refusal.file(), "en"))
        .contains(
            new Problem.Field(refusal.path(), "Line " + refusal.line() + ": " + refusal.reason()));
  }

  @ParameterizedTest
  @MethodSource("fi.sovittu.day.TemplateSamples#refusals")
  void aSingleFaultIsTheOnlyOneTold(Refusal refusal) {
    assertThat(faults(refusal.file(), "en")).hasSize(refusal.faults());
  }

  @Test
  void everyReasonHasAnExample() {
    // What no rule of the reader's own foresees cannot be made to happen.
    Set<TemplateFault> shown = EnumSet.of(TemplateFault.TOO_MANY_FAULTS, TemplateFault.MISFIT);
    TemplateSamples.refusals().forEach(refusal -> shown.add(refusal.fault()));

    assertThat(shown).isEqualTo(EnumSet.allOf(TemplateFault.class));
  }

  @Test
  void tellsEveryFaultInTheOrderOfTheLines() {
    String file =
        TemplateSamples.SMALL
            .replace("language: fi", "language: et")
            .replace("start: 12.05", "start: 25.99")
            .replace("high: sama", "high: sama, colour: red");

    assertThat(faults(file, "en"))
        .extracting(Problem.Field::field)
        .containsExactly("language", "agenda[0].start", "polls[0].colour");
  }

  @Test
  void stopsListingWhenThereIsNoEndOfFaults() {
    String file = TemplateSamples.SMALL.replace("polls:\n", "polls:\n" + "  - {}\n".repeat(400));

    assertThat(faults(file, "en"))
        .hasSize(TemplateLimits.FAULTS + 1)
        .last()
        .isEqualTo(
            new Problem.Field(
                "template", "There are more than 200 faults; the rest are not listed."));
  }

  @Test
  void tellsFaultsInTheReadersLanguage() {
    String file = TemplateSamples.SMALL.replace("start: 12.05", "start: 25.99");

    assertThat(faults(file, "fi"))
        .containsExactly(
            new Problem.Field(
                "agenda[0].start",
                "Rivi 19: ”25.99” ei ole kellonaika. Kirjoita esimerkiksi 12.05."));
    assertThat(faults(file, "sv"))
        .containsExactly(
            new Problem.Field(
                "agenda[0].start",
                "Rad 19: ”25.99” är inte ett klockslag. Skriv till exempel 12.05."));
  }

  @Test
  void everyReasonHasASentenceInEveryLanguage() throws Exception {
    Set<String> keys = new HashSet<>(Set.of("AT_LINE"));
    for (TemplateFault fault : TemplateFault.values()) {
      keys.add(fault.name());
    }
    for (String language : LANGUAGES) {
      Properties sentences = new Properties();
      sentences.load(TemplateSamples.text("/problems/template_" + language + ".properties"));
      assertThat(sentences.stringPropertyNames()).isEqualTo(keys);
      // MessageFormat takes plain apostrophes for quoting.
      assertThat(sentences.values()).noneMatch(sentence -> sentence.toString().contains("'"));
    }
  }

  @Test
  void theDocumentationNamesEveryLimit() throws Exception {
    String readme = TemplateSamples.resource("/templates/README.md");

    for (var limits : List.of(TemplateLimits.class, PollLimits.class)) {
      String table = readme.substring(readme.indexOf("from `" + limits.getSimpleName() + "`"));
      for (var limit : limits.getFields()) {
        assertThat(table).contains("`" + limit.getName() + "` | " + limit.getInt(null) + " |");
      }
    }
  }

  @Property(tries = 400)
  void damagedFilesAreRefusedOrReadButNeverBreakTheReader(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 1_000_000) Integer> places,
      @ForAll @IntRange(min = 0, max = 4) int damage,
      @ForAll boolean json,
      @ForAll char character) {
    String file = json ? TemplateSamples.smallAsJson() : TemplateSamples.shipped();
    for (int place : places) {
      file = TemplateSamples.damaged(file, damage, place, character);
    }

    readsOrRefuses(file);
  }

  @Property(tries = 300)
  void anyTextIsRefusedOrReadButNeverBreaksTheReader(@ForAll String text) {
    readsOrRefuses(text);
  }

  private static void readsOrRefuses(String file) {
    try {
      assertThat(TemplateReader.read(file, Locale.of("sv"))).isNotNull();
    } catch (Problem refused) {
      assertThat(refused.code()).isEqualTo(Problem.Code.TEMPLATE_INVALID);
      assertThat(refused.fields()).isNotEmpty();
    }
  }

  private static List<Problem.Field> faults(String file, String language) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> TemplateReader.read(file, Locale.of(language)));
    assertThat(problem).as("the file is refused").isNotNull();
    assertThat(problem.code()).isEqualTo(Problem.Code.TEMPLATE_INVALID);
    return problem.fields();
  }
}
