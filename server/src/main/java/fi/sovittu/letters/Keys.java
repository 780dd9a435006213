package fi.sovittu.letters;

import fi.sovittu.identity.BadgeCodes;
import fi.sovittu.identity.Links;
import fi.sovittu.meeting.JoinUrls;

/** What is put into papers and mails, and how its addresses are written. Immutable. */
public record Keys(Links links, BadgeCodes badges, JoinUrls urls) {}
