/** Counts the published ballots of a poll again, away from the service. */
@NullMarked
package fi.sovittu.recount;

import org.jspecify.annotations.NullMarked;
