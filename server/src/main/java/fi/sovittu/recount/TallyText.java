package fi.sovittu.recount;

import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.PointsTally;
import fi.sovittu.poll.kind.RankingTally;
import fi.sovittu.poll.kind.ScaleTally;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.kind.WordsTally;
import java.util.ArrayList;
import java.util.List;

/** A tally in plain words, line by line. */
final class TallyText {
  private TallyText() {}

  /**
   * @param items what was asked about, in the tally's order
   */
  static List<String> lines(Tally tally, List<String> items) {
    List<String> lines = new ArrayList<>();
    switch (tally) {
      case ScaleTally scale -> {
        for (int i = 0; i < items.size(); i++) {
          lines.add(number(i) + items.get(i));
          lines.add("   " + statement(scale.statements().get(i)));
        }
      }
      case ChoiceTally choice -> {
        for (int i = 0; i < items.size(); i++) {
          lines.add(number(i) + items.get(i) + ": " + count(choice.counts().get(i), "vote"));
        }
      }
      case RankingTally ranking -> {
        for (int i = 0; i < items.size(); i++) {
          RankingTally.RankedOption option = ranking.options().get(i);
          lines.add(
              number(i)
                  + items.get(i)
                  + ": "
                  + option.borda().toPlainString()
                  + " points, first on "
                  + count(option.first(), "ballot")
                  + ", ranked on "
                  + option.ranked());
        }
      }
      case PointsTally points -> {
        for (int i = 0; i < items.size(); i++) {
          PointsTally.PointsOption option = points.options().get(i);
          lines.add(
              number(i)
                  + items.get(i)
                  + ": "
                  + option.total()
                  + " points, on average "
                  + (option.mean() == null ? "none" : option.mean().toPlainString()));
        }
      }
      case WordsTally words -> {
        words.words().forEach(word -> lines.add(word.count() + "  " + word.word()));
        if (words.others() > 0) {
          lines.add("and " + count(words.others(), "other word"));
        }
      }
      case CommitmentTally commitment -> throw notPublished(commitment);
      case TextTally text -> throw notPublished(text);
    }
    return lines;
  }

  private static String statement(ScaleTally.ScaleStatement statement) {
    StringBuilder line = new StringBuilder();
    for (int step = 0; step < statement.counts().size(); step++) {
      line.append(step + 1).append(": ").append(statement.counts().get(step)).append("   ");
    }
    line.append("can't say: ").append(statement.cantSay());
    if (statement.mean() != null && statement.median() != null) {
      line.append("   mean ")
          .append(statement.mean().toPlainString())
          .append("   median ")
          .append(statement.median().toPlainString());
    }
    return line.toString();
  }

  private static String number(int place) {
    return (place + 1) + ". ";
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static IllegalArgumentException notPublished(Tally tally) {
    return new IllegalArgumentException("the ballots of a " + tally.kind() + " are not published");
  }
}
