import { randomBytes } from 'node:crypto';
import type { PersonId } from './contracts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

const newIds = (prefix: string, count: number): string[] => {
  const random = randomBytes(count * LENGTH);
  return Array.from({ length: count }, (_, at) => {
    let id = prefix;
    for (let byte = at * LENGTH; byte < (at + 1) * LENGTH; byte++) id += ALPHABET[random[byte]! & 31];
    return id;
  });
};

/** New opaque ids, `per_` + 26 random characters; made of nothing, so that they say nothing. */
export const newPersonIds = (count: number): PersonId[] => newIds('per_', count);

/** The same for staff, `stf_` + 26. */
export const newStaffIds = (count: number): string[] => newIds('stf_', count);
