/** Meetings, rooms and organisations, and the templates that make them. */
@NullMarked
package fi.sovittu.meeting;

import org.jspecify.annotations.NullMarked;
