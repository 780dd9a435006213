/** How staff sign in: one-time links, and accounts of an organisation's OpenID Connect provider. */
@NullMarked
package fi.sovittu.identity.signin;

import org.jspecify.annotations.NullMarked;
