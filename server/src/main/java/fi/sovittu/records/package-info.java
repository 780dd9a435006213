/** What leaves the house: workbooks and CSV files. */
@NullMarked
package fi.sovittu.records;

import org.jspecify.annotations.NullMarked;
