/** Taking ballots: judged and written in one statement, sealed where nobody may see them. */
@NullMarked
package fi.sovittu.poll.ballot;

import org.jspecify.annotations.NullMarked;
