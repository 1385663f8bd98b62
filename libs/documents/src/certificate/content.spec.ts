import { example, named } from '../testing/example';
import { type CertificateContent, CertificateContentRefused, checkedContent } from './content';

const problemsOf = (content: CertificateContent): readonly string[] => {
  try {
    checkedContent(content);
    return [];
  } catch (error) {
    if (error instanceof CertificateContentRefused) return error.problems;
    throw error;
  }
};

describe('What can become a certificate', () => {
  it('takes the example', () => expect(checkedContent(example)).toEqual(example));

  it('gives one order of keys, whoever wrote them down', () => {
    const turned = Object.fromEntries(Object.entries(example).reverse()) as unknown as CertificateContent;
    expect(JSON.stringify(checkedContent(turned))).toBe(JSON.stringify(checkedContent(example)));
  });

  it.each(['01018012345', '010180 12345', 'Kari 01018012345'])('refuses what looks like a national id: %s', (name) => {
    expect(problemsOf(named(name, 'Prøve'))).toEqual(['holder.givenName: looks like a national id']);
  });

  it('never repeats in a refusal what was refused', () => {
    expect(problemsOf(named('Kari', '01018012345')).join()).not.toContain('01018012345');
  });

  it.each([
    ['a null byte', 'Ka\u0000ri'],
    ['a line break', 'Ka\nri'],
    ['a bidi override', 'Ka\u202eri'],
    ['a zero-width space', 'Ka\u200bri'],
    ['a lone surrogate', 'Ka\ud800ri'],
  ])('refuses %s', (_, name) => {
    expect(problemsOf(named(name, 'Prøve'))).toEqual(['holder.givenName: holds a character that cannot be shown']);
  });

  it('refuses what is too long for the page', () => {
    expect(problemsOf(named('K'.repeat(10_000), 'Prøve'))).toHaveLength(1);
  });

  it('refuses an address that is not one of the web', () => {
    expect(problemsOf({ ...example, verificationAddress: 'javascript:alert(1)' })).toEqual([
      'verificationAddress: is no address',
    ]);
  });

  it('wants the former version named exactly when there is one', () => {
    expect(problemsOf({ ...example, version: 1 })).toHaveLength(1);
    expect(problemsOf({ ...example, replaces: undefined })).toHaveLength(1);
    expect(problemsOf({ ...example, version: 1, replaces: undefined })).toEqual([]);
  });

  it('refuses fields that it does not know', () => {
    expect(problemsOf({ ...example, nationalId: '01018012345' } as CertificateContent)).toHaveLength(1);
  });
});
