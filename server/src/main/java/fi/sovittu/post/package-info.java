/** Personal links sent by e-mail: the queue in the database, and the one who empties it. */
@NullMarked
package fi.sovittu.post;

import org.jspecify.annotations.NullMarked;
