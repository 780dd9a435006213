/** What each kind of poll asks, takes and counts: its question and its tally side by side. */
@NullMarked
package fi.sovittu.poll.kind;

import org.jspecify.annotations.NullMarked;
