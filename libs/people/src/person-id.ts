import { randomBytes } from 'node:crypto';
import type { PersonId } from './contracts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** New opaque ids, `per_` + 26 random characters; made of nothing, so that they say nothing. */
export const newPersonIds = (count: number): PersonId[] => {
  const random = randomBytes(count * LENGTH);
  return Array.from({ length: count }, (_, at) => {
    let id = 'per_';
    for (let byte = at * LENGTH; byte < (at + 1) * LENGTH; byte++) id += ALPHABET[random[byte]! & 31];
    return id;
  });
};
