/**
 * HTTP: the router made from the contract, sessions' cookies, and the one place where a future
 * becomes a response or a problem.
 */
@NullMarked
package fi.sovittu.http;

import org.jspecify.annotations.NullMarked;
