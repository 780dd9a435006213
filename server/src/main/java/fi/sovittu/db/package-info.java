/** The database: pool, transactions as functions, migrations, the embedded server. */
@NullMarked
package fi.sovittu.db;

import org.jspecify.annotations.NullMarked;
