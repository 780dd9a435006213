package fi.sovittu.bench;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What it costs the service to tell many phones of little and of much. */
final class PublicationCost {
  private static final int ROUNDS = 3;
  private static final int PUBLICATIONS = 12;
  private static final double RATIO_TARGET = 1.2;
  private static final int TEXTS = 5;

  /** Letters of each text, so that the result is a few hundred bytes or two thousand. */
  private static final int FEW = 1;

  private static final int MANY = 270;

  private final Rig rig;
  private final Report report;
  private final Hall hall;
  private final List<Person> phones;
  private final Ears ears;
  private final UUID poll;
  private final Person talker;
  private int revision;

  PublicationCost(Rig rig, Report report, int size) {
    this.rig = rig;
    this.report = report;
    this.hall = rig.newHall();
    this.phones = rig.join(hall, size);
    this.ears = rig.ears(List.of("sovittu.results." + hall.room(Hall.PLENARY)));
    this.poll = hall.asks(PollForm.text(TEXTS).named().shown("LIVE"));
    this.talker = hall.join(1);
  }

  void run() {
    ears.open(phones, null);
    String of = phones.size() + " phones: ";
    Median few = new Median();
    Median many = new Median();
    Median ratio = new Median();
    tell(FEW);
    tell(MANY);
    for (int i = 0; i < ROUNDS; i++) {
      double little = tell(FEW);
      double much = tell(MANY);
      few.add(little);
      many.add(much);
      ratio.add(much / little);
    }
    int small = size(FEW);
    int large = size(MANY);
    report.tell(of + "processor time of telling " + small + " bytes", few.value(), "us");
    report.tell(of + "processor time of telling " + large + " bytes", many.value(), "us");
    report.atMost(RATIO_TARGET, "  beside that of " + small + " bytes", ratio.value(), "times");
    ears.cut();
  }

  /** The processor time of the service for one publication, that of the vote before it included. */
  private double tell(int letters) {
    double before = rig.serviceCpuMicros();
    for (int i = 0; i < PUBLICATIONS; i++) {
      String mark = "n" + ++revision + ".";
      ears.hear(mark, () -> says(mark, letters));
    }
    return (rig.serviceCpuMicros() - before) / PUBLICATIONS;
  }

  private void says(String mark, int letters) {
    JsonArray texts = new JsonArray();
    texts.add(mark + "x".repeat(letters));
    if (letters > FEW) {
      IntStream.range(1, TEXTS).forEach(i -> texts.add(i + "x".repeat(letters)));
    }
    talker.votes(poll, Ballots.of(null, revision, "texts", texts)).done();
  }

  /** Bytes of the section as it is told. */
  private int size(int letters) {
    revision++;
    says("n" + revision + ".", letters);
    return talker.section("results", hall.room(Hall.PLENARY)).toBuffer().length();
  }
}
