import { approval, certificate, issued, registerEntry, revoked, statement } from '../../test-model/certificates';
import type { DueLine } from './deliverable';
import { dueLines } from './due-lines';
import type { ExportRecord } from './export-record';
import { type Standards, validate } from './validation';

const standards: Standards = {
  approval,
  registerEntry,
  createdAt: '2022-06-20T10:00:00.000Z',
  currentVersion: 1,
  base: undefined,
  fixedKey: 'f',
  duplicate: false,
};
const holder = { familyName: 'Testesen', givenNames: 'Kari', birthDate: '1980-01-15', hprNumber: '9144900' };
const recordOf = (line: DueLine): ExportRecord => ({ ...line, holder, verificationUrl: 'https://kull.example.no/v/A' });
const add = recordOf(dueLines([certificate('A', issued(1))], () => undefined)[0]!);
const [correction] = dueLines([certificate('A', issued(1), issued(2))], () => ({ version: 1, action: 'ADD' }));
const correct = recordOf(correction!);
const corrected: Standards = { ...standards, currentVersion: 2, base: { version: 1, action: 'ADD', fixedKey: 'f' } };
const [revocation] = dueLines([certificate('A', issued(1), revoked(2))], () => ({ version: 1, action: 'ADD' }));
const revoke = recordOf(revocation!);

const stating = (over: Parameters<typeof statement>[0]): ExportRecord => ({ ...add, statement: statement(over) });
const named = (over: Partial<typeof holder>): ExportRecord => ({ ...add, holder: { ...holder, ...over } });
const lined = (over: Partial<ExportRecord['line']>): ExportRecord => ({ ...add, line: { ...add.line, ...over } });

const errors = (record: ExportRecord, over: Partial<Standards> = {}, from = standards) =>
  validate(record, { ...from, ...over }).errors;

describe('local validation', () => {
  it('lets out what is in order', () => {
    expect(validate(add, standards)).toEqual({ errors: [], warnings: [] });
    expect(validate(correct, corrected)).toEqual({ errors: [], warnings: [] });
    expect(validate(revoke, corrected)).toEqual({ errors: [], warnings: [] });
  });

  it.each([undefined, '', '0123', '12345678901', 'A1'])('E101: HPR number %s', (hprNumber) =>
    expect(errors(named({ hprNumber }))).toContain('E101'),
  );
  it('E102: not in the register', () => expect(errors(add, { registerEntry: undefined })).toEqual(['E102']));
  it.each([
    { ...registerEntry, profession: 'NURSE' },
    { ...registerEntry, authorisedFrom: '2022-06-16' },
    { ...registerEntry, authorisedTo: '2022-06-14' },
  ])('E103: no physician at completion: %p', (entry) =>
    expect(errors(add, { registerEntry: entry })).toEqual(['E103']),
  );
  it('E103: the last day of an authorisation counts', () =>
    expect(errors(add, { registerEntry: { ...registerEntry, authorisedTo: '2022-06-15' } })).toEqual([]));
  it('E201: approval unknown, another, or not valid on the day', () => {
    expect(errors(add, { approval: undefined })).toContain('E201');
    expect(errors(stating({ approvalId: 'LF-2' }))).toEqual(['E201']);
    expect(errors(add, { approval: { ...approval, validTo: '2022-06-14' } })).toEqual(['E201']);
  });
  it('E202: points or hours above the approval, or none', () => {
    expect(errors(lined({ points: 61 }))).toEqual(['E202']);
    expect(errors(lined({ approvedHalfHours: 121 }))).toEqual(['E202']);
    expect(errors(lined({ points: 0 }))).toEqual(['E202']);
  });
  it('E203: specialty, purpose or category not approved', () => {
    expect(errors(lined({ specialty: 'SAMF' }))).toEqual(['E203']);
    expect(errors(lined({ purpose: 'ETTER' }))).toEqual(['E203']);
    expect(errors(lined({ category: 'EMNEKURS' }))).toEqual(['E203']);
    expect(errors(lined({ lineNo: 2 }))).toEqual(['E203']);
  });
  it('E204: dates out of order, or a completion that has not been', () => {
    expect(errors(stating({ startsOn: '2022-06-16' }))).toEqual(['E204']);
    expect(errors(stating({ completionDate: '2022-06-21' }))).toEqual(['E204']);
    expect(errors(stating({ hprVerifiedAt: '2022-06-20T10:00:00.001Z' }))).toEqual(['E204']);
  });
  it('E205: attendance below the rule; exactly the rule is enough', () => {
    expect(errors({ ...add, attendedHalfHours: 95 })).toEqual(['E205']);
    expect(errors({ ...add, attendedHalfHours: 96 })).toEqual([]);
  });
  it('E206: assessment asked for and not passed', () => {
    expect(errors({ ...add, assessmentPassed: undefined })).toEqual(['E206']);
    expect(errors({ ...add, assessmentPassed: false })).toEqual(['E206']);
  });
  it('E301: added twice, or another certificate of the same physician for the same course is live', () => {
    expect(errors(add, { base: { version: 1, action: 'ADD', fixedKey: 'f' } })).toContain('E301');
    expect(errors(add, { duplicate: true })).toEqual(['E301']);
  });
  it('E302: nothing to correct or to revoke', () => {
    expect(errors(correct, { currentVersion: 2 })).toEqual(['E302']);
    expect(errors(revoke, { currentVersion: 2 })).toEqual(['E302']);
  });
  it('E303: not above the version that left, or not the current one', () => {
    expect(errors(correct, { base: { version: 2, action: 'CORRECT', fixedKey: 'f' } }, corrected)).toEqual(['E303']);
    expect(errors(correct, { currentVersion: 3 }, corrected)).toEqual(['E303']);
  });
  it('E304: changes what the receiver matches on', () =>
    expect(errors(correct, { fixedKey: 'g' }, corrected)).toEqual(['E304']));
  it('E305: the certificate is revoked', () =>
    expect(errors(correct, { base: { version: 1, action: 'REVOKE', fixedKey: 'f' } }, corrected)).toEqual(['E305']));
  it.each(['', 'CONSENT:', 'ORAL:1'])('E402: sharing basis "%s"', (sharingBasis) =>
    expect(errors(stating({ sharingBasis }))).toEqual(['E402']),
  );
  it.each(['=1+1', '+47', '-x', '@x', '\tx', '\rx', 'Ola 01018012345'])('E403: family name %j', (familyName) =>
    expect(errors(named({ familyName }))).toEqual(['E403']),
  );
  it('E403: a hash may hold eleven digits in a row, a title may not', () => {
    expect(errors({ ...add, sha256: '1'.repeat(64) })).toEqual([]);
    expect(errors(stating({ courseTitle: 'Kurs 12345678901' }))).toEqual(['E403']);
  });

  it('W104: another name in the register', () =>
    expect(validate(named({ familyName: 'Prøve' }), standards)).toEqual({ errors: [], warnings: ['W104'] }));
  it('W105: no birth date in the register', () =>
    expect(validate(add, { ...standards, registerEntry: { ...registerEntry, birthDate: undefined } }).warnings).toEqual(
      ['W105'],
    ));
  it('W401: more than 30 days after completion', () => {
    expect(validate(add, { ...standards, createdAt: '2022-07-15T21:59:59.000Z' }).warnings).toEqual([]);
    expect(validate(add, { ...standards, createdAt: '2022-07-15T22:00:00.000Z' }).warnings).toEqual(['W401']);
  });

  it('checks a REVOKE only for identity, base and version', () =>
    expect(errors(revoke, { approval: undefined, registerEntry: undefined }, corrected)).toEqual([]));
});
