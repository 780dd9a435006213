package fi.sovittu.identity.signin;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by the word of a provider.
 *
 * @param subject never given to somebody else by this issuer
 * @param email verified, in lower case; null where the provider told none or does not vouch for it
 * @param unverified whether an address was told that the provider does not vouch for
 */
record Identity(String issuer, String subject, @Nullable String email, boolean unverified) {}
