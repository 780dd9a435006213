/** What people are told of their data, how long it is kept, and who looked at it. */
@NullMarked
package fi.sovittu.privacy;

import org.jspecify.annotations.NullMarked;
