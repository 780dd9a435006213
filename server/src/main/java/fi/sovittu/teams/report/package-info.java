/**
 * Reads the attendance reports that Teams gives out, in any language and form; knows no database.
 */
@NullMarked
package fi.sovittu.teams.report;

import org.jspecify.annotations.NullMarked;
