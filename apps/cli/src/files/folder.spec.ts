import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { courseFolder } from '../course/course-folder';
import { intakeFolder } from '../intake/intake-folder';
import { Unusable } from '../terminal/failures';
import { readFolder } from './folder';

const demo = join(__dirname, '../../demo');

describe('an input folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kull-folder-'));
    cpSync(join(demo, 'nlp-2026-intake'), folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const shortcomings = (): readonly string[] => {
    try {
      readFolder(folder, intakeFolder);
      return [];
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return error.details;
    }
  };

  const edit = (name: string, change: (text: string) => string | Buffer): void => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  it('is usable as it is in the project', () => {
    expect(readFolder(folder, intakeFolder).document.intake).toBe('NLP-2026');
    expect(readFolder(join(demo, 'nla-2026-spring'), courseFolder).document.class.code).toBe('NLA-2026V-1');
  });

  it('may lack the byte order mark', () => {
    edit('applications.csv', (text) => text.replace('\ufeff', ''));
    expect(shortcomings()).toEqual([]);
  });

  it('may have a byte order mark in its JSON', () => {
    edit('intake.json', (text) => `\ufeff${text}`);
    expect(shortcomings()).toEqual([]);
  });

  it('stands for its content by its fingerprint', () => {
    const before = readFolder(folder, intakeFolder).fingerprint;
    expect(readFolder(folder, intakeFolder).fingerprint).toBe(before);
    edit('answers.csv', (text) => text.replace('ACCEPT', 'DECLINE'));
    expect(readFolder(folder, intakeFolder).fingerprint).not.toBe(before);
  });

  it('is refused without a file', () => {
    rmSync(join(folder, 'assessments.csv'));
    expect(shortcomings()).toEqual(['assessments.csv mangler']);
  });

  it('is refused without a column', () => {
    edit('answers.csv', (text) => text.replace('keep_waiting', 'keepwaiting'));
    expect(shortcomings()).toEqual(['answers.csv mangler kolonnen keep_waiting']);
  });

  it('is refused with an empty file', () => {
    edit('municipalities.csv', () => '');
    expect(shortcomings()).toEqual(['municipalities.csv mangler kolonnen municipality_code, name']);
  });

  it('is refused with broken JSON', () => {
    edit('intake.json', (text) => text.slice(0, 200));
    expect(shortcomings()).toEqual([expect.stringContaining('intake.json er ikke gyldig JSON')]);
  });

  it('is refused when the JSON lacks a field', () => {
    edit('intake.json', (text) => text.replace('"lotterySeed"', '"seed"'));
    expect(shortcomings()).toEqual([expect.stringContaining('intake.json: lotterySeed')]);
  });

  it('is refused in another encoding', () => {
    edit('applications.csv', (text) => Buffer.from(text, 'latin1'));
    expect(shortcomings()).toEqual([expect.stringContaining('applications.csv er ikke UTF-8')]);
  });

  it('is refused with a quote that never ends', () => {
    edit('applications.csv', (text) => `${text}"A26-9;`);
    expect(shortcomings()).toEqual([expect.stringContaining('applications.csv kan ikke leses som CSV')]);
  });

  it('is told everything that is wrong with it at once', () => {
    rmSync(join(folder, 'assessments.csv'));
    edit('intake.json', () => '{');
    edit('answers.csv', (text) => text.replace('round', 'runde'));
    expect(shortcomings()).toHaveLength(3);
  });
});
