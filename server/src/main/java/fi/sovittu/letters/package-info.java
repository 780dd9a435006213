/** What invited people are handed: badges, letters, and a list to mail from. */
@NullMarked
package fi.sovittu.letters;

import org.jspecify.annotations.NullMarked;
