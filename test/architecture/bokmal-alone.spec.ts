import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lonelyIn } from './bokmal-alone';

const project = join(__dirname, '../..');
const rooms = ['apps/api/src', 'apps/web', 'apps/worker/src', 'libs'];

/** Where bokmål stands alone, and why it may. */
const allowed: Readonly<Record<string, string>> = {
  'apps/api/src/docs/document.ts': 'the description of the API is in bokmål',
  'apps/api/src/outbox/outbox-pages.ts': 'for whoever tries the service out; there is none in production',
  'apps/api/src/reports/counties.ts': 'names of counties',
  'libs/admissions/src/http/application-columns.ts': 'headings as files have them',
  'libs/admissions/src/http/ranking-protocols.controller.ts': 'the protocol is one document, the same bytes for ever',
  'libs/admissions/src/words/letters/bokmal.ts': 'one of three files',
  'libs/admissions/src/words/letters/nynorsk.ts': 'one of three files',
  'libs/admissions/src/words/protocol-words.ts': 'what the committee signs is one document, the same bytes for ever',
  'libs/attendance/src/http/register-sheets.controller.ts': 'headings as files have them',
  'libs/attendance/src/http/said-of-attendance.dto.ts': 'told to zod, shown to nobody',
  'libs/certificates/src/checker/finding.ts': 'for the command line',
  'libs/certificates/src/domain/open-badge.ts': 'signed, and says that it is in bokmål',
  'libs/credits/src/http/class-results.dto.ts': 'headings as files have them',
  'libs/deliveries/src/http/column-titles.ts': 'the copy of a delivery is the same bytes for ever',
  'libs/deliveries/src/http/delivery-workbook.ts': 'the copy of a delivery is the same bytes for ever',
  'libs/documents/src/keys/signing-key.ts': 'the name of the school in a certificate of a key',
  'libs/teaching/src/domain/national-programme.ts': 'the titles of the programme',
  'libs/teaching/src/http/cohort-draft.dto.ts': 'told to zod, shown to nobody',
};

const sources = rooms
  .flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|\/(node_modules|dist|test-model|testing)\//.test(path));

const lonely = sources.flatMap((path) => lonelyIn(path, readFileSync(join(project, path), 'utf8')));

describe('what people read', () => {
  it('is in bokmål alone only where there is a reason', () => {
    expect(
      lonely.filter(({ path }) => !(path in allowed)).map(({ path, line, text }) => `${path}:${line} ${text}`),
    ).toEqual([]);
  });

  it.each([
    ["const a = { message: 'Studenten er ikke i klassen' };", 'Studenten er ikke i klassen'],
    [`const a = (n: number) => \`Mangler $\{n} av samlingene\`;`, 'Mangler … av samlingene'],
    ["const title = 'Oppmøte';", 'Oppmøte'],
    ['const A = () => <p>Du har ingen klasser</p>;', 'Du har ingen klasser'],
  ])('would not be with %s', (source, text) => {
    expect(lonelyIn('a.tsx', source).map((one) => one.text)).toEqual([text]);
  });

  it.each([
    "const a = said('Han er ikke her', 'Han er ikkje her', 'He is not here');",
    "const a = { nb: 'Han er ikke her', nn: 'Han er ikkje her', en: 'He is not here' };",
    "const a = 'The student is not in the class'; const path = '/mine-poeng';",
    "@Get() @ApiOperation({ summary: 'Studenten og klassen' }) class A {}",
  ])('is with %s', (source) => expect(lonelyIn('a.ts', source)).toEqual([]));

  it('has no reason left over', () => {
    const paths = new Set(lonely.map(({ path }) => path));
    expect(Object.keys(allowed).filter((path) => !paths.has(path))).toEqual([]);
  });
});
