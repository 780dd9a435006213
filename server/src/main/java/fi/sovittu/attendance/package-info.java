/** Who is present, where and how, as intervals. */
@NullMarked
package fi.sovittu.attendance;

import org.jspecify.annotations.NullMarked;
