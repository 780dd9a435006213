/** Templates of a day: reads one, and makes a meeting of it by asking each feature. */
@NullMarked
package fi.sovittu.day;

import org.jspecify.annotations.NullMarked;
