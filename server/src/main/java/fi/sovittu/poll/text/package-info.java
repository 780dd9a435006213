/** What becomes of the texts of an open text poll. */
@NullMarked
package fi.sovittu.poll.text;

import org.jspecify.annotations.NullMarked;
