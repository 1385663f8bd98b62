import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Finding } from './finding';
import type { Ask, Stored } from './log';

/** Where the service publishes, and the token with which it hands out badges; without it badges are not looked at. */
export interface Published {
  readonly address: string;
  readonly token?: string;
}

const LENGTH = 131_072;

/** Versions with a document that a later one of the same number ended, and all of them. */
const COUNTS = `with ended as (select data->>'number' as number, (data->>'version')::integer - 1 as version from log.event
      where type in ('CertificateCorrected', 'CertificateRevoked'))
  select count(*)::integer as issued, count(ended.number)::integer as ended
    from log.event i left join ended on ended.number = i.data->>'number' and ended.version = (i.data->>'version')::integer
   where type in ('CertificateIssued', 'CertificateCorrected')`;

const LIVE = `select distinct data->>'number' as number from log.event i where type = 'CertificateIssued' and not exists
    (select from log.event r where r.type = 'CertificateRevoked' and r.stream = i.stream and r.data->>'number' = i.data->>'number')
  and data->>'number' > $1 order by 1 limit 200`;

const keysIn = (document: Stored): ReadonlyMap<string, KeyObject> =>
  new Map(
    document.verificationMethod
      .filter(({ id }: Stored) => document.assertionMethod.includes(id))
      .map(({ id, publicKeyJwk }: Stored) => [id, createPublicKey({ key: publicKeyJwk, format: 'jwk' })]),
  );

/** The payload, if one of the keys signed just this. */
const payloadOf = (jwt: string, keys: ReadonlyMap<string, KeyObject>): Stored => {
  const parts = jwt.split('.');
  if (parts.some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) return undefined;
  const [head, body, signature] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (!head || !body || !signature) return undefined;
  const key = keys.get(JSON.parse(head.toString('utf8')).kid);
  const options = key && ({ key, dsaEncoding: 'ieee-p1363' } as const);
  return options && verify('sha256', Buffer.from(`${parts[0]}.${parts[1]}`), options, signature)
    ? JSON.parse(body.toString('utf8'))
    : undefined;
};

const isSet = (bits: Buffer, index: number): boolean => ((bits[index >> 3]! >> (7 - (index & 7))) & 1) === 1;

/** Checks what the service publishes about certificates against the log: status lists, and badges with a token. */
export const checkPublished = async (
  ask: Ask,
  { address, token }: Published,
  onFinding: (finding: Finding) => void,
): Promise<void> => {
  const read = async (path: string): Promise<Response> =>
    fetch(`${address.replace(/\/$/, '')}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  const keys = keysIn(await (await read('/.well-known/did.json')).json());
  const [counts] = await ask<{ issued: number; ended: number }>(COUNTS);
  const lists = new Map<string, Buffer>();
  let ended = 0;
  for (let list = 1; list <= Math.max(1, Math.ceil(counts!.issued / LENGTH)); list++) {
    const path = `/status/certificates/${list}`;
    const payload = payloadOf(await (await read(path)).text(), keys);
    if (!payload) {
      onFinding({ rule: 'STATUS_LIST_INVALID', about: path });
      continue;
    }
    const bits = gunzipSync(Buffer.from(payload.credentialSubject.encodedList.slice(1), 'base64url'));
    for (let index = 0; index < bits.length * 8; index++) if (isSet(bits, index)) ended += 1;
    lists.set(payload.id, bits);
  }
  if (ended !== counts!.ended)
    onFinding({ rule: 'STATUS_COUNT_DIFFERS', about: 'status', detail: `${ended} ≠ ${counts!.ended}` });
  if (!token) return;
  for (let after = ''; ; ) {
    const page = await ask<{ number: string }>(LIVE, [after]);
    for (const { number } of page) {
      const payload = payloadOf(await (await read(`/api/v1/certificates/${number}/open-badge`)).text(), keys);
      const status = payload?.credentialStatus;
      const bits = lists.get(status?.statusListCredential);
      if (!bits || !payload.evidence?.[0]?.id.includes(`/v/${number}?`))
        onFinding({ rule: 'BADGE_INVALID', about: number });
      else if (isSet(bits, Number(status.statusListIndex))) onFinding({ rule: 'BADGE_REVOKED', about: number });
    }
    if (page.length < 200) return;
    after = page.at(-1)!.number;
  }
};
