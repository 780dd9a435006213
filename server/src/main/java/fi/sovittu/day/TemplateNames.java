package fi.sovittu.day;

import fi.sovittu.day.Template.Organisation;
import fi.sovittu.day.Template.VoterGroup;
import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.meeting.OrganisationKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template has declared so far, for what refers to it. A faulty key, which reads as empty,
 * is passed over. One thread only.
 */
final class TemplateNames {
  private final TemplateKeys rooms;
  private final TemplateKeys goalSets;
  private final TemplateKeys agendaRows;
  private final TemplateKeys groups;
  private final TemplateKeys organisationNames;
  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final Map<String, Integer> goals = new HashMap<>();
  private final Map<String, String> roomOfRow = new HashMap<>();

  TemplateNames(TemplateFaults faults) {
    this.rooms = new TemplateKeys(faults);
    this.goalSets = new TemplateKeys(faults);
    this.agendaRows = new TemplateKeys(faults);
    this.groups = new TemplateKeys(faults);
    this.organisationNames = new TemplateKeys(faults);
  }

  TemplateKeys rooms() {
    return rooms;
  }

  TemplateKeys goalSets() {
    return goalSets;
  }

  TemplateKeys agendaRows() {
    return agendaRows;
  }

  TemplateKeys groups() {
    return groups;
  }

  void organisation(Organisation organisation, Place name) {
    organisationNames.declare(organisation.name(), name);
    organisations.putIfAbsent(organisation.name().toLowerCase(Locale.ROOT), organisation);
  }

  void goalSet(String key, Place place, int size) {
    goalSets.declare(key, place);
    goals.putIfAbsent(key, size);
  }

  void agendaRow(String key, Place place, String room) {
    agendaRows.declare(key, place);
    roomOfRow.putIfAbsent(key, room);
  }

  /** The organisation of that name, case ignored; null when there is none. */
  @Nullable Organisation organisation(String name) {
    return organisations.get(name.toLowerCase(Locale.ROOT));
  }

  boolean hasMunicipality() {
    return organisations.values().stream()
        .anyMatch(organisation -> organisation.kind() == OrganisationKind.MUNICIPALITY);
  }

  boolean hasMember(VoterGroup group) {
    return organisations.values().stream().anyMatch(group::holds);
  }

  /** How many goals a declared set has. */
  int goals(String set) {
    return goals.getOrDefault(set, 0);
  }

  /** The key of the room that the row belongs to; empty when that is not known. */
  String roomOf(String row) {
    return roomOfRow.getOrDefault(row, "");
  }
}
