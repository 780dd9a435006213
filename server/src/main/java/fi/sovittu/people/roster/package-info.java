/**
 * Rosters of people: reading the file, its columns and words, and what each row says. Knows no
 * database; what becomes of the rows is decided above.
 */
@NullMarked
package fi.sovittu.people.roster;

import org.jspecify.annotations.NullMarked;
