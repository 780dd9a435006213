/** What every other package may lean on: problems, ids, limits. Depends on nothing of ours. */
@NullMarked
package fi.sovittu.base;

import org.jspecify.annotations.NullMarked;
