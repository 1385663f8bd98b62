import { type Instant, uuidOf } from '@kull/kernel';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Statement } from './statement';

/** `did:web:kull.example.no` of `https://kull.example.no`: port and path as the method writes them. */
export const issuerDid = (publicUrl: string): string => {
  const { host, pathname } = new URL(publicUrl);
  const path = pathname.split('/').filter((part) => part !== '');
  return ['did:web', host.replace(':', '%3A'), ...path].join(':');
};

/** Where a status list is published. */
export const statusListUrl = (publicUrl: string, list: number): string => `${publicUrl}/status/certificates/${list}`;

/** What a badge is made from: nothing in it comes from chance or from the machine's clock. */
export interface BadgeSource {
  readonly number: string;
  readonly version: number;
  readonly issuedAt: Instant;
  readonly statement: Statement;
  readonly hprNumber: string;
  /** Of the installation; the salt of the holder's identity is made with it. */
  readonly secret: Uint8Array;
  readonly publicUrl: string;
  readonly status: { readonly list: number; readonly index: number };
}

const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

const seconds = (instant: Instant): Instant => `${instant.slice(0, 19)}Z`;

/**
 * The holder as somebody who knows the HPR number recognises them: sha256(number + salt), as Open Badges 3.0 writes it.
 * The number has seven digits, so the hash hides it from whoever only reads, not from whoever tries all numbers.
 */
const identity = ({ secret, number, version, hprNumber }: BadgeSource) => {
  const salt = bytesToHex(hmac(sha256, secret, utf8ToBytes(`badge salt\u001f${number}\u001f${version}`))).slice(0, 32);
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${bytesToHex(sha256(utf8ToBytes(`${hprNumber}${salt}`)))}`,
    identityType: 'ext:hprNumber',
    salt,
  };
};

/**
 * An Open Badge 3.0 as the payload of a VC-JWT: the payload is the credential, with the registered claims beside it
 * (`sub` is left out, for the subject has no id). No name, no birth date.
 */
export const openBadge = (source: BadgeSource): object => {
  const { number, version, issuedAt, statement, publicUrl, status } = source;
  const { organiser, approvalId, courseTitle, coursePoints, completionDate } = statement;
  const issuer = issuerDid(publicUrl);
  const id = `urn:uuid:${uuidOf('open-badge', number, version)}`;
  const list = statusListUrl(publicUrl, status.list);
  return {
    iss: issuer,
    jti: id,
    nbf: Math.floor(Date.parse(issuedAt) / 1_000),
    '@context': contexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: courseTitle,
    issuer: { id: issuer, type: ['Profile'], name: organiser.name, url: publicUrl },
    validFrom: seconds(issuedAt),
    awardedDate: `${completionDate}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identity(source)],
      creditsEarned: coursePoints,
      achievement: {
        id: `urn:uuid:${uuidOf('achievement', organiser.orgNumber, approvalId)}`,
        type: ['Achievement'],
        achievementType: 'Course',
        name: courseTitle,
        description: `Kurs godkjent av ${statement.recipient.name}, godkjenning ${approvalId}. Arrangør: ${organiser.name}.`,
        criteria: { narrative: 'Oppmøte og prøve som godkjenningen krever, attestert av arrangøren.' },
        creditsAvailable: coursePoints,
        inLanguage: 'nb',
      },
    },
    evidence: [
      {
        id: `${publicUrl}/v/${number}?version=${version}`,
        type: ['Evidence'],
        name: `Kursbevis ${number}, versjon ${version}`,
      },
    ],
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
  };
};
