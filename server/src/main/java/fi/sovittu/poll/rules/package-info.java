/** What a poll may be: its kinds, limits and rules, drafts of it, and who may vote. */
@NullMarked
package fi.sovittu.poll.rules;

import org.jspecify.annotations.NullMarked;
