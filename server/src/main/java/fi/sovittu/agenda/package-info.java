/** The rooms' programmes: moving between items, starting and ending rooms. */
@NullMarked
package fi.sovittu.agenda;

import org.jspecify.annotations.NullMarked;
