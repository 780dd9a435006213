/** What is printed and what is pointed at: the typeface, markup to PDF, QR codes. */
@NullMarked
package fi.sovittu.paper;

import org.jspecify.annotations.NullMarked;
