/**
 * What integration tests share: the real service, people who use it as a browser would, and a look
 * into its database.
 */
package fi.sovittu.support;
