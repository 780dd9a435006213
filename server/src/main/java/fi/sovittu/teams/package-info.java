/** Attendance reports of Microsoft Teams: read, compared with what was recorded, and accepted. */
@NullMarked
package fi.sovittu.teams;

import org.jspecify.annotations.NullMarked;
