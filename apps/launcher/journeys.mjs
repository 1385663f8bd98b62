import { existsSync, readFileSync } from 'node:fs';

const cell = (text, width) => String(text).padEnd(width);
const number = (value, width, digits = 0) => value.toFixed(digits).padStart(width);
const limit = (value) => (value === undefined ? '' : ` of ${value}`);

const byNumber = new Intl.Collator('en', { numeric: true });

/** The lines that the journeys in the browser left (test/browser/journeys.ts); of one walked often, the slowest. */
export function journeysIn(file) {
  if (!existsSync(file)) return [];
  const slowest = new Map();
  for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const line = JSON.parse(text);
    const before = slowest.get(line.journey);
    if (!before || before.seconds < line.seconds) slowest.set(line.journey, line);
  }
  return [...slowest.values()].sort((one, other) => byNumber.compare(one.journey, other.journey));
}

/** What each journey of ux.md 2 cost, against its target: a table for people. */
export function journeysText(lines) {
  const rows = lines.map(({ journey, what, clicks, keys, waited, seconds, target }) =>
    [
      cell(journey, 12),
      cell(what, 56),
      cell(`${number(clicks, 3)}${limit(target.clicks)}`, 10),
      cell(`${number(keys, 4)}${limit(target.keys)}`, 10),
      number(waited / 1_000, 6, 1),
      `${number(seconds, 6, 1)} of ${target.seconds}`,
    ].join(' '),
  );
  const head = `${cell('Journey', 12)} ${cell('', 56)} ${cell('clicks', 10)} ${cell('keys', 10)} ${cell('waits', 6)} seconds`;
  return [head, ...rows].join('\n');
}
