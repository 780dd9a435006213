package fi.sovittu.app;

import fi.sovittu.identity.signin.SignInLinks;
import fi.sovittu.meeting.MeetingLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the start prints: the addresses to open, readable at a glance. */
final class Banner {
  private Banner() {}

  static String of(MeetingLinks meeting, List<SignInLinks.NamedLink> signIns) {
    StringBuilder text = new StringBuilder();
    text.append("\n  Sovittu · ").append(meeting.title()).append("\n\n");
    text.append("  Participants    ").append(meeting.joinUrl());
    text.append("   (code ").append(meeting.code()).append(")\n");
    String heading = "";
    for (MeetingLinks.Link link : meeting.links()) {
      String group = group(link.room());
      if (!group.equals(heading)) {
        text.append("\n  ").append(group).append('\n');
        heading = group;
      }
      text.append("    ")
          .append(String.format("%-12s  ", label(link)))
          .append(link.url())
          .append('\n');
    }
    if (!signIns.isEmpty()) {
      text.append("\n  To sign in once, within ")
          .append(SignInLinks.VALID.toHours())
          .append(" hours\n");
    }
    for (SignInLinks.NamedLink link : signIns) {
      text.append("    ")
          .append(String.format("%-12s  ", link.name()))
          .append(link.url())
          .append('\n');
    }
    return text.append("\n  Ctrl-C stops everything; the next start goes on from here.\n")
        .toString();
  }

  private static String group(@Nullable String room) {
    return room == null ? "Whole day" : room;
  }

  private static String label(MeetingLinks.Link link) {
    return switch (link.role()) {
      case ORGANISER -> "Organiser";
      case CHAIR -> "Chair";
      case SECRETARY -> "Secretary";
      case SCREEN -> "Screen";
      case PARTICIPANT -> "Participant";
      case OBSERVER -> "Observer";
    };
  }
}
