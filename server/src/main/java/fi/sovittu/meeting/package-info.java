/** Meetings, rooms and organisations. */
@NullMarked
package fi.sovittu.meeting;

import org.jspecify.annotations.NullMarked;
