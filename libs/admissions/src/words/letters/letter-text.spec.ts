import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationFolder, readIntakeFolder } from '../../../test-model/intake-folder';
import { letterExample, letterSamples } from './example';
import { letterText } from './letter-text';

const { definition } = readIntakeFolder(demonstrationFolder());
const languages = ['nb', 'nn', 'en'] as const;
const samples = letterSamples.flatMap((sample) =>
  languages.map((language) => {
    const { title, facts, parts } = letterText(language, letterExample(sample, definition), 'https://kull.example');
    const lines = [
      title,
      ...facts.map(([term, value]) => `${term}: ${value}`),
      ...parts.flatMap((part) => (part.kind === 'list' ? part.items.map((item) => `- ${item}`) : [part.text])),
    ];
    return { sample, language, lines };
  }),
);

describe('the words of letters', () => {
  it('read as they are kept, every kind in every language', () => {
    const all = samples
      .map(({ sample, language, lines }) => `=== ${sample}, ${language}\n${lines.join('\n')}\n`)
      .join('\n');
    const file = join(__dirname, 'golden', 'letters.txt');
    if (process.env.WRITE_GOLDEN === 'letters') writeFileSync(file, all);
    expect(all).toBe(readFileSync(file, 'utf8'));
  });

  it.each(samples)('of $sample in $language leave nothing unsaid', ({ lines }) => {
    const text = lines.join('\n');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]| {2}|\.\./);
    expect(text).not.toMatch(/: *$/m);
  });

  it.each(
    samples.filter(({ sample }) => !['OFFER', 'UPHELD', 'FORWARDED', 'DISMISSED', 'PLACE_ON_APPEAL'].includes(sample)),
  )('of $sample in $language say the last day to appeal, with its weekday', ({ language, lines }) => {
    const days = { nb: 'mandag 6. juli 2026', nn: 'måndag 6. juli 2026', en: 'Monday 6 July 2026' };
    expect(lines.join('\n')).toContain(days[language]);
  });
});
