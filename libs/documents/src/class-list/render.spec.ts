import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFile, run, textOf } from '../testing/tools';
import { type ClassListContent, ClassListRefused } from './content';
import { renderClassList } from './render';

const content: ClassListContent = {
  programme: 'Nasjonal lederutdanning for primærhelsetjenesten',
  classCode: 'OSLO-2',
  site: 'Oslo',
  gathering: {
    number: 3,
    title: 'Organisasjonskultur',
    venue: 'BI Nydalen',
    startsOn: '2026-11-23',
    endsOn: '2026-11-25',
  },
  sessions: [23, 24, 25].flatMap((day) => [
    { title: 'Formiddag', startsAt: `2026-11-${day}T08:00:00.000Z` },
    { title: 'Ettermiddag', startsAt: `2026-11-${day}T12:00:00.000Z` },
  ]),
  lines: [
    { name: 'Øyvind Ås-Çelik', studentNo: '000439' },
    { name: '*Kari* #Nordmann', studentNo: 'A26-000261', guestFrom: 'TRONDHEIM-1' },
  ],
  madeAt: '2026-11-20T10:00:00.000Z',
};
const long: ClassListContent = {
  ...content,
  lines: Array.from({ length: 54 }, (_, i) => ({ name: `Student nummer ${i + 1}`, studentNo: `S${i + 1}` })),
};

const pagesOf = (pdf: Uint8Array): readonly string[] =>
  asFile(pdf, (path) => run('pdftotext', ['-layout', path, '-']))
    .split('\f')
    .slice(0, -1);

describe('a class list', () => {
  it('says what the golden file says', () =>
    expect(textOf(renderClassList(content, 'nb'))).toBe(
      readFileSync(join(__dirname, 'golden', 'class-list.txt'), 'utf8').trimEnd(),
    ));

  it('is tagged, in bokmål, A4 across, and claims PDF/UA', () => {
    const pdf = renderClassList(content, 'nb');
    const info = asFile(pdf, (path) => run('pdfinfo', [path]));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+841\.89 x 595\.276 pts \(A4\)/);
    expect(info).toMatch(/Title:\s+Klasseliste OSLO-2, samling 3/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (nb)');
    expect(asFile(pdf, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
  });

  it.each([
    ['nn', ['Klasseliste OSLO-2, Oslo', '1 student og 1 gjest', 'gjest frå TRONDHEIM-1', 'mån. 23.11.', 'Laga 20.']],
    ['en', ['Class list OSLO-2, Oslo', '1 student and 1 guest', 'guest from TRONDHEIM-1', 'Mon 23/11', 'Page 1 of 1']],
  ] as const)('is in %s for who reads that', (language, said) => {
    const pdf = renderClassList(content, language);
    for (const one of said) expect(textOf(pdf)).toContain(one);
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
  });

  it('has its headings on every page, and says which page of how many', () => {
    const pages = pagesOf(renderClassList(long, 'nb'));
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('Studentnummer');
      expect(page).toContain(`Side ${i + 1} av ${pages.length}`);
    }
    expect(pages.join('\n')).toContain('Student nummer 54');
  });

  it('is the same, byte for byte, when made again after others', () => {
    const first = renderClassList(content, 'nb');
    renderClassList(long, 'nb');
    expect(Buffer.compare(renderClassList(content, 'nb'), first)).toBe(0);
  });

  it('refuses a name that cannot be shown whole', () =>
    expect(() => renderClassList({ ...content, lines: [{ name: '山田', studentNo: 'S1' }] }, 'nb')).toThrow(
      ClassListRefused,
    ));
});
