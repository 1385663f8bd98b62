import { checkHpr, tierOf } from './verified-physician';

const physician = { birthDate: '1975-01-15', profession: 'PHYSICIAN', authorisedFrom: '2000-07-01' };
const check = (entry: Parameters<typeof checkHpr>[1], hprNumber = '9144900') =>
  checkHpr(hprNumber, entry, '1975-01-15', '2026-03-31');

describe('the HPR check', () => {
  it('verifies a physician with the same birth date whose authorisation covers the day', () => {
    expect(check(physician)).toBe('VERIFIED');
    expect(check({ ...physician, authorisedTo: '2026-03-31' })).toBe('VERIFIED');
    expect(check({ ...physician, authorisedFrom: '2026-03-31' })).toBe('VERIFIED');
    expect(check({ ...physician, authorisedFrom: undefined })).toBe('VERIFIED');
  });
  it.each([
    ['HPR_UNKNOWN', undefined],
    ['HPR_NOT_PHYSICIAN', { ...physician, profession: 'NURSE' }],
    ['HPR_BIRTH_DATE_MISMATCH', { ...physician, birthDate: '1975-01-16' }],
    ['HPR_BIRTH_DATE_MISMATCH', { ...physician, birthDate: undefined }],
    ['HPR_NOT_AUTHORISED', { ...physician, authorisedTo: '2026-03-30' }],
    ['HPR_NOT_AUTHORISED', { ...physician, authorisedFrom: '2026-04-01' }],
  ])('says %s of %j', (code, entry) => expect(check(entry)).toBe(code));
  it('says that no number was given', () => expect(check(physician, '')).toBe('HPR_MISSING'));
});

it('puts municipal chief physicians and leaders of team and group practices first', () => {
  expect(tierOf('MUNICIPAL_CHIEF_PHYSICIAN')).toBe(1);
  expect(tierOf('LEADER_TEAM_PRACTICE')).toBe(1);
  expect(tierOf('LEADER_GROUP_PRACTICE')).toBe(1);
  expect(tierOf('GENERAL_PRACTITIONER')).toBe(2);
  expect(tierOf('')).toBe(2);
});
