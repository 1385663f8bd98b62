/**
 * Why somebody was not let in; the page of log-ins has a text for each.
 * - `CANCELLED`: they went back at the provider.
 * - `EXPIRED`: the answer belongs to no log-in that this browser began, or to one that was used or is too old.
 * - `NOT_TRUSTED`: the answer does not hold: signature, issuer, nonce, PKCE.
 * - `TOO_WEAK`: the level of assurance is lower than what was asked for.
 * - `UNAVAILABLE`: the provider does not answer.
 * - `UNKNOWN`: the provider knows them, and we do not.
 * - `SUSPENDED`: the account is suspended.
 */
export type LoginRefusal =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'NOT_TRUSTED'
  | 'TOO_WEAK'
  | 'UNAVAILABLE'
  | 'UNKNOWN'
  | 'SUSPENDED';
