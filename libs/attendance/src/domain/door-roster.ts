import type { Instant } from '@kull/kernel';
import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import {
  type DoorCodePayload,
  type DoorDecision,
  decideOn,
  type ElsewhereAtDoor,
  type ExpectedAtDoor,
} from './door-decision';

/** What the headers of the two things say that the door's key signs (RFC 8725, 3.11). */
export const signedAs = { code: 'kull-door', roster: 'kull-door-roster' } as const;

/** Everything a device needs to decide at the door without asking anybody (W14). */
export interface DoorRoster {
  readonly class: { readonly id: string; readonly code: string };
  /** Absent: a course of sessions that stand by themselves. */
  readonly gathering?: number;
  readonly issuedAt: Instant;
  /** When the last of the sessions is over: from then on the device has no business with the names. */
  readonly validUntil: Instant;
  readonly sessions: readonly {
    readonly code: string;
    readonly title: string;
    readonly startsAt: Instant;
    readonly hours: number;
  }[];
  readonly expected: readonly ExpectedAtDoor[];
  readonly elsewhere: readonly ElsewhereAtDoor[];
}

const codePayload = z.strictObject({ s: z.string().min(1).max(64), n: z.int().min(1) });

/** What the code says, if one of these keys signed it just so. */
export const readDoorCode = async (code: string, jwks: JSONWebKeySet): Promise<DoorCodePayload | undefined> => {
  try {
    const { payload, protectedHeader } = await compactVerify(code.trim(), createLocalJWKSet(jwks), {
      algorithms: ['EdDSA'],
    });
    if (protectedHeader.typ !== signedAs.code) return undefined;
    return codePayload.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

/** The same for the text of a code, by a roster that a device holds: needs no network, and no clock. */
export const decideAtDoor = async (
  roster: DoorRoster,
  code: string,
  jwks: JSONWebKeySet,
): Promise<DoorDecision<ExpectedAtDoor>> => decideOn(roster, await readDoorCode(code, jwks));
