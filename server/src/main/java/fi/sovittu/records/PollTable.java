package fi.sovittu.records;

import fi.sovittu.poll.count.Decision;
import fi.sovittu.poll.count.MunicipalCount;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The polls themselves: a row each, with its rules, its turnout and what became of it. */
final class PollTable {
  private final Day day;
  private final Words words;
  private final List<Outcome> outcomes;

  PollTable(Day day, Words words, List<Outcome> outcomes) {
    this.day = day;
    this.words = words;
    this.outcomes = outcomes;
  }

  Table table() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    outcomes.forEach(outcome -> rows.add(row(outcome)));
    return new Table(
        words.of("polls"),
        List.of(
            words.text("room"),
            words.text("agendaItem"),
            words.text("poll"),
            words.text("kindOfPoll"),
            words.integer("round"),
            words.text("state"),
            words.text("reason"),
            words.dateTime("opened"),
            words.dateTime("closed"),
            words.integer("voted"),
            words.integer("present"),
            words.integer("entitled"),
            words.text("majority"),
            words.text("quorum"),
            words.integer("quorumNeeded"),
            words.text("quorumMet"),
            words.integer("municipalitiesVoted"),
            words.integer("municipalitiesDivided"),
            words.text("secrecy"),
            words.text("voters"),
            words.text("groups"),
            words.integer("most"),
            words.text("shownToParticipants"),
            words.text("shownOnScreen"),
            words.integer("seconds"),
            words.text("breakdowns"),
            words.text("published"),
            words.text("moderated")),
        rows);
  }

  private List<@Nullable Object> row(Outcome outcome) {
    RecordedPoll poll = outcome.poll();
    RecordedPoll.Rules rules = poll.rules();
    Decision.Requirement quorum = outcome.decision() == null ? null : outcome.decision().quorum();
    MunicipalCount municipal = outcome.municipal();
    return Arrays.asList(
        poll.room(),
        poll.item(),
        poll.title(),
        words.value("pollKind", poll.kind().name()),
        poll.round(),
        words.value("state", poll.state()),
        poll.reason(),
        day.local(poll.times().opened()),
        day.local(poll.times().closed()),
        poll.voted(),
        poll.present(),
        poll.entitled(),
        rule(rules.majority()),
        rule(rules.quorum()),
        quorum == null ? null : quorum.needed(),
        quorum == null ? null : words.yesOrNo(quorum.met()),
        municipal == null ? null : municipal.municipalities(),
        municipal == null ? null : municipal.divided(),
        words.value("secrecy", rules.secrecy().name()),
        words.value("voters", rules.voters().name()),
        list(rules.groups().stream()),
        poll.most(),
        words.value("show", rules.showParticipants().name()),
        words.value("show", rules.showScreen().name()),
        rules.seconds(),
        list(rules.breakdowns().stream().map(one -> words.value("dimension", one.name()))),
        words.yesOrNo(rules.publishBallots()),
        words.yesOrNo(rules.moderated()));
  }

  /** The texts in one cell, which stays empty when there is none. */
  private static @Nullable String list(Stream<String> texts) {
    String joined = texts.collect(Collectors.joining(", "));
    return joined.isEmpty() ? null : joined;
  }

  private @Nullable String rule(@Nullable Majority rule) {
    return rule == null
        ? null
        : words.of(
            "ruleOfBase",
            words.value("rule", rule.rule().name()),
            words.value("base", rule.base().name()));
  }
}
