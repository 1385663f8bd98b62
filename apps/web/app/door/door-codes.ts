import type { JSONWebKeySet } from 'jose';
import decodeQR from 'qr/decode.js';
import {
  type DoorCodePayload,
  type DoorDecision,
  decideOn,
  type ExpectedAtDoor,
} from '../../../../libs/attendance/src/domain/door-decision';
import type { DoorRoster } from './roster';

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

const jsonIn = (base64url: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(base64url)));

/**
 * What a code says, when one of the keys signed it just so. The browser's own Ed25519 rather than jose: the decoder of
 * pictures and jose together are more than a screen may weigh (ux.md 5, row 3).
 */
const readCode = async (code: string, { keys }: JSONWebKeySet): Promise<DoorCodePayload | undefined> => {
  try {
    const [head, body, signature, ...rest] = code.trim().split('.');
    if (!head || !body || !signature || rest.length > 0) return undefined;
    const { alg, typ, kid } = jsonIn(head) as { readonly alg?: string; readonly typ?: string; readonly kid?: string };
    const jwk = keys.find((key) => key.kid === kid);
    // As the service asks of codes (`signedAs`, libs/attendance): a list that the same key signed is no code.
    if (alg !== 'EdDSA' || typ !== 'kull-door' || !jwk) return undefined;
    const { kty, crv, x } = jwk;
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
    const said = new TextEncoder().encode(`${head}.${body}`);
    const isOurs = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), said);
    return isOurs ? (jsonIn(body) as DoorCodePayload) : undefined;
  } catch {
    // Some other text than a code.
    return undefined;
  }
};

/** What a code means at this door, without asking anybody: the service will decide by the same rule. */
export const decide = async (
  roster: DoorRoster,
  code: string,
  keys: JSONWebKeySet,
): Promise<DoorDecision<ExpectedAtDoor>> => decideOn(roster, await readCode(code, keys));

/** The text of the code in a picture, if there is one. */
export const codeIn = ({ width, height, data }: ImageData): string | undefined => {
  try {
    return decodeQR({ width, height, data });
  } catch {
    return undefined;
  }
};
