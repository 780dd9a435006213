/** A hall of made-up participants, driven through the public API alone. */
@NullMarked
package fi.sovittu.simulator;

import org.jspecify.annotations.NullMarked;
