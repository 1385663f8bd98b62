import { describe, expect, it } from '@jest/globals';
import { asWritten, languageOfRequest, said, saidIn } from './language';
import { Problem } from './problem';

const asked = (headers: Record<string, string>) => languageOfRequest({ headers });

describe('the language of a refusal', () => {
  it('is bokmål for whoever says nothing', () => {
    expect(asked({})).toBe('nb');
    expect(asked({ 'accept-language': '*' })).toBe('nb');
    expect(asked({ 'accept-language': 'de, fr;q=0.8' })).toBe('nb');
  });

  it('is the first that we speak of those that the caller does', () => {
    expect(asked({ 'accept-language': 'nn-NO,nn;q=0.9,nb;q=0.8' })).toBe('nn');
    expect(asked({ 'accept-language': 'de, en-GB;q=0.9, nn;q=0.8' })).toBe('en');
    expect(asked({ 'accept-language': 'no, en' })).toBe('nb');
  });

  it('is rather the one that was chosen on a page', () => {
    expect(asked({ cookie: 'kull-lang=nn', 'accept-language': 'en' })).toBe('nn');
    expect(asked({ cookie: 'a=b; kull-lang=en; c=d' })).toBe('en');
  });

  it('is above all the one in the address, as a link to a file has it', () => {
    const headers = { cookie: 'kull-lang=nn', 'accept-language': 'nb' };
    expect(languageOfRequest({ headers, askedLanguage: 'en' })).toBe('en');
  });

  it('is not taken from a cookie that is none of ours', () => {
    expect(asked({ cookie: 'kull-lang=xx', 'accept-language': 'nn' })).toBe('nn');
    expect(asked({ cookie: 'not-kull-lang=en; xkull-lang=en' })).toBe('nb');
  });
});

describe('a problem', () => {
  const problem = new Problem({
    status: 409,
    code: 'THING_DIFFERS',
    title: said('Tingen er en annen', 'Tingen er ein annan', 'The thing is another'),
    detail: saidIn((language) => `(${language})`),
    errors: [
      { code: 'SIZE', detail: said('For stor', 'For stor', 'Too large') },
      { pointer: '/no', code: 'NAME', detail: asWritten('no') },
    ],
  });

  it('is said in one language, and is otherwise the same', () => {
    const { title, detail, errors, ...same } = problem.body('r-1', 'nn');
    expect({ title, detail, errors }).toEqual({
      title: 'Tingen er ein annan',
      detail: '(nn)',
      errors: [
        { code: 'SIZE', detail: 'For stor' },
        { pointer: '/no', code: 'NAME', detail: 'no' },
      ],
    });
    expect(problem.body('r-1', 'en')).toMatchObject({ ...same, title: 'The thing is another', detail: '(en)' });
    expect(problem.body('r-1', 'nb')).toMatchObject({ ...same, title: 'Tingen er en annen' });
  });
});
