import type { Instant } from '@kull/kernel';
import { issuerDid, statusListUrl } from './open-badge';

/** How long a reader may use a list before it asks again: 15 minutes, of the hour that is allowed (reliability.md 7). */
export const LIST_TTL_SECONDS = 900;

const HOUR_MS = 3_600_000;

const secondsOf = (ms: number): Instant => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/**
 * The status list as the payload of a VC-JWT. It is dated by the hour, so that it is the same, byte for byte, until
 * something changes or the hour is over; and it ends an hour later, so that nobody can show an old one for long.
 */
export const statusListCredential = (
  publicUrl: string,
  list: number,
  encoded: string,
  now: Instant,
): Readonly<Record<string, unknown>> => {
  const hour = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  const until = hour + 2 * HOUR_MS;
  const id = statusListUrl(publicUrl, list);
  const issuer = issuerDid(publicUrl);
  return {
    iss: issuer,
    jti: id,
    nbf: hour / 1_000,
    exp: until / 1_000,
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: secondsOf(hour),
    validUntil: secondsOf(until),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encoded,
      ttl: LIST_TTL_SECONDS * 1_000,
    },
  };
};
