import { maskedName } from './mask';
import { verify } from './verification';

const first = { version: 1, at: '2026-06-19T10:00:00.000Z', sha256: 'a'.repeat(64) };
const second = { version: 2, at: '2026-07-01T07:00:00.000Z', sha256: 'b'.repeat(64), reasonCode: 'NAME_CHANGE' };
const revoked = { version: 3, at: '2026-07-02T07:00:00.000Z', reasonCode: 'RESULT_CHANGED' };

describe('a certificate verifies as one of five', () => {
  it('valid', () => {
    expect(verify([first, second], {})).toEqual({ answer: 'VALID', version: 2, issuedAt: second.at });
    expect(verify([first, second], { sha256: second.sha256.toUpperCase() })).toMatchObject({ answer: 'VALID' });
  });
  it('replaced by version n on a date', () => {
    const replaced = { answer: 'REPLACED', version: 1, by: 2, at: second.at, reasonCode: 'NAME_CHANGE' };
    expect(verify([first, second], { sha256: first.sha256 })).toEqual(replaced);
    expect(verify([first, second], { version: 1 })).toEqual(replaced);
  });
  it('revoked on a date, whichever version is shown', () => {
    const answer = { answer: 'REVOKED', at: revoked.at };
    expect(verify([first, second, revoked], {})).toEqual(answer);
    expect(verify([first, second, revoked], { sha256: first.sha256 })).toEqual(answer);
    expect(verify([first, second, revoked], { version: 2 })).toEqual(answer);
  });
  it('altered', () => {
    expect(verify([first, second], { sha256: 'c'.repeat(64) })).toEqual({ answer: 'ALTERED' });
    expect(verify([first, second, revoked], { sha256: 'c'.repeat(64) })).toEqual({ answer: 'ALTERED' });
  });
  it('never issued', () => {
    expect(verify([], { sha256: first.sha256 })).toEqual({ answer: 'NEVER_ISSUED' });
    expect(verify([first], { version: 2 })).toEqual({ answer: 'NEVER_ISSUED' });
  });
});

it('shows a stranger no more of a name than its first letters', () => {
  expect(maskedName('Kari Anne', 'Testesen')).toBe('K*** T***');
  expect(maskedName('Ánte', "D'Angelo")).toBe('Á*** D***');
});
