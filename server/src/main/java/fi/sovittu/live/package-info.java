/**
 * The live state: sections marked dirty, read once a tick, published to all; the bridge's
 * permissions.
 */
@NullMarked
package fi.sovittu.live;

import org.jspecify.annotations.NullMarked;
