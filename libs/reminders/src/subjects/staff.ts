import type { Recipient } from '../domain/occasion';

/** Whose work it is, by their codes; nobody named: the office's. */
export const staffOrOffice = (codes: readonly string[]): readonly Recipient[] =>
  codes.length === 0 ? [{ kind: 'office' }] : codes.map((code) => ({ kind: 'staff', code }));
