package fi.sovittu.meeting;

/** What an organisation is; the names are those of the API and the database. */
public enum OrganisationKind {
  MUNICIPALITY,
  COUNTY,
  NGO,
  PARISH,
  OTHER
}
