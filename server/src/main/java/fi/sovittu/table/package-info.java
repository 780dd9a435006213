/** Tables as files, in and out: comma-separated values and workbooks. */
@NullMarked
package fi.sovittu.table;

import org.jspecify.annotations.NullMarked;
