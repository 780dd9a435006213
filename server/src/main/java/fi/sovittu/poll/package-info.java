/** Polls and votes: opening, casting, closing, counting. */
@NullMarked
package fi.sovittu.poll;

import org.jspecify.annotations.NullMarked;
