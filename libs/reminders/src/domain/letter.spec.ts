import { letterOf } from './letter';
import type { OccasionText } from './occasion-text';

const said = (subject: string, url: string): OccasionText => ({
  subject,
  parts: [{ kind: 'paragraph', text: `Om ${subject}` }],
  action: { label: 'Se', url },
});

describe('a letter', () => {
  it('of one thing is that thing', () => {
    const letter = letterOf([said('Samling 3', 'https://k/3')], { language: 'nb', givenNames: 'Kari' });
    expect(letter).toMatchObject({ subject: 'Samling 3', salutation: 'Hei, Kari', action: { url: 'https://k/3' } });
  });

  it('to an office greets nobody', () => {
    expect(letterOf([said('A', 'https://k/a')], { language: 'nb' })).not.toHaveProperty('salutation');
  });

  it.each([
    ['nb', '2 meldinger fra kurset', 'Lenker'],
    ['nn', '2 meldingar frå kurset', 'Lenkjer'],
    ['en', '2 messages about your course', 'Links'],
  ] as const)('of several has a section of each (%s)', (language, subject, links) => {
    const letter = letterOf([said('A', 'https://k/a'), said('B', 'https://k/b')], { language, givenNames: 'Kari' });
    expect(letter.subject).toBe(subject);
    expect(letter.parts).toEqual([
      { kind: 'heading', text: 'A' },
      { kind: 'paragraph', text: 'Om A' },
      { kind: 'heading', text: 'B' },
      { kind: 'paragraph', text: 'Om B' },
      { kind: 'heading', text: links },
      {
        kind: 'facts',
        facts: [
          ['Se', 'https://k/a'],
          ['Se', 'https://k/b'],
        ],
      },
    ]);
    expect(letter.action).toBeUndefined();
  });

  it('of several with one thing to do has its button', () => {
    const letter = letterOf([said('A', 'https://k/a'), said('B', 'https://k/a')], { language: 'nb' });
    expect(letter.action).toEqual({ label: 'Se', url: 'https://k/a' });
    expect(letter.parts).toHaveLength(4);
  });
});
