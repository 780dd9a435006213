package fi.sovittu.identity.signin;

import fi.sovittu.identity.OwnData;

/** What is stored of the account that a participant signs in with. */
public final class SignInOwnData {
  /** {@code accounts}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object('accounts', jsonb_agg(jsonb_build_object('provider', i.issuer, 'account', i.subject,
            'email', i.email, 'since', i.bound_at)))
          from sign_in_identity i where $1::uuid is not null and i.participant_id = any($2)
          """);

  private SignInOwnData() {}
}
