/** Closing: what is made of the ballots, and what of it may be shown. */
@NullMarked
package fi.sovittu.poll.count;

import org.jspecify.annotations.NullMarked;
