import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const cell = (text, width) => String(text).padEnd(width);
const number = (value, width, digits = 0) => value.toFixed(digits).padStart(width);
const limit = (value) => (value === undefined ? '' : ` of ${value}`);

const byNumber = new Intl.Collator('en', { numeric: true });

/** A test that walks journeys says at the end of its name which (test/browser/journeys.ts). */
const WALKS = '(walks ';

/** What Jest is asked for to run the tests that walk journeys, and no others. */
export function walksIn(folder) {
  const specs = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
  const files = specs.map((name) => join(folder, name)).filter((file) => readFileSync(file, 'utf8').includes(WALKS));
  return ['--testNamePattern', WALKS.replace('(', '\\('), '--runTestsByPath', ...files];
}

/**
 * What the journeys in the browser left (test/browser/journeys.ts): by pointer, of one walked often the slowest, and by
 * keyboard, the most keys.
 */
export function journeysIn(file) {
  if (!existsSync(file)) return [];
  const walked = new Map();
  for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const line = JSON.parse(text);
    const { pointer, presses } = walked.get(line.journey) ?? {};
    const isByKeyboard = line.presses !== undefined;
    walked.set(line.journey, {
      journey: line.journey,
      pointer: isByKeyboard || pointer?.seconds >= line.seconds ? pointer : line,
      presses: isByKeyboard ? Math.max(presses ?? 0, line.presses) : presses,
    });
  }
  return [...walked.values()].sort((one, other) => byNumber.compare(one.journey, other.journey));
}

const pointerCells = ({ what, clicks, keys, waited, seconds, target }) => [
  cell(what, 56),
  cell(`${number(clicks, 3)}${limit(target.clicks)}`, 10),
  cell(`${number(keys, 4)}${limit(target.keys)}`, 10),
  number(waited / 1_000, 6, 1),
  cell(`${number(seconds, 6, 1)} of ${target.seconds}`, 13),
];

/** What each journey of ux.md 2 cost, against its target, and the keys it takes without a pointer: a table for people. */
export function journeysText(lines) {
  const rows = lines.map(({ journey, pointer, presses }) =>
    [
      cell(journey, 12),
      ...(pointer ? pointerCells(pointer) : [' '.repeat(99)]),
      presses === undefined ? '' : number(presses, 8),
    ].join(' '),
  );
  const head = [cell('Journey', 12), cell('', 56), cell('clicks', 10), cell('keys', 10), cell('waits', 6)];
  return [[...head, cell('seconds', 13), 'keyboard'].join(' '), ...rows].join('\n');
}

/** Those that were walked by pointer and not by keyboard. */
export const notByKeyboard = (lines) =>
  lines.filter(({ pointer, presses }) => pointer && presses === undefined).map(({ journey }) => journey);
