package fi.sovittu.identity.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider as the settings describe it. Immutable.
 *
 * @param issuer its address without a slash at the end, below which {@code
 *     /.well-known/openid-configuration} is
 * @param emailClaim the claim that holds the e-mail address
 * @param trustEmail whether that address is taken for verified though the provider does not say so
 * @param label what the button says, null for the usual words
 */
public record ProviderSettings(
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String emailClaim,
    boolean trustEmail,
    @Nullable String label) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + ", " + clientId + "]";
  }
}
