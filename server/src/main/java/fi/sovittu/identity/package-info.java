/** Who is asking: participants, sessions, personal links, roles. */
@NullMarked
package fi.sovittu.identity;

import org.jspecify.annotations.NullMarked;
