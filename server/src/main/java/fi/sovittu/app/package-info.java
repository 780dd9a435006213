/** Settings and the wiring of everything: the only package that knows all others. */
@NullMarked
package fi.sovittu.app;

import org.jspecify.annotations.NullMarked;
