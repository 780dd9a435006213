/** Who the people of a meeting are: the roster and its import, roles, walk-ins, deputies. */
@NullMarked
package fi.sovittu.people;

import org.jspecify.annotations.NullMarked;
