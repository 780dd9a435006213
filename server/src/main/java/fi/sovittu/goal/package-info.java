/** Joint goals and their successive wordings. */
@NullMarked
package fi.sovittu.goal;

import org.jspecify.annotations.NullMarked;
