import { asFile, run, textOf } from '../testing/tools';
import type { RegisterSheetContent } from './content';
import { renderRegisterSheet } from './render';

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    name: `Åse Testesen Prøve ${i + 1}`,
    rowCode: `K7X${String(i).padStart(2, '0')}-M`,
    ...(i === 3 && { guestFrom: 'OSLO-2' }),
  }));

const content: RegisterSheetContent = {
  sheetId: '7Q4K9M2X-T',
  classCode: 'OSLO-1',
  programme: 'Nasjonalt lederutdanningsprogram',
  session: {
    code: 'S1-1',
    title: 'Ledelse i praksis',
    startsAt: '2026-09-16T07:00:00.000Z',
    endsAt: '2026-09-16T10:30:00.000Z',
    hours: 3.5,
  },
  venue: 'BI Nydalen',
  room: 'A2-075',
  teachers: ['ANNA-T'],
  rows: rows(54),
  printedAt: '2026-09-15T12:00:00.000Z',
};

const infoOf = (pdf: Uint8Array): string => asFile(pdf, (path) => run('pdfinfo', [path]));

describe('A printed register', () => {
  const pdf = renderRegisterSheet(content, 'nb');
  const text = textOf(pdf);

  it('is a tagged file of two A4 pages for a full class, in bokmål', () => {
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    expect(infoOf(pdf)).toMatch(/Pages:\s+2\n/);
    expect(infoOf(pdf)).toMatch(/\(A4\)/);
    expect(infoOf(pdf)).toMatch(/Title:\s+Oppmøteliste OSLO-1 S1-1, ark 7Q4K9M2X-T/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (nb)');
  });

  it('is without fault to qpdf', () =>
    expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors'));

  it('says class, session, day, time, place, teacher and its own id', () => {
    for (const said of [
      'Oppmøte OSLO-1',
      'S1-1 Ledelse i praksis',
      'onsdag 16. september 2026',
      '09:00–12:30 (3,5 t)',
      'BI Nydalen, rom A2-075',
      'ANNA-T',
      'Ark 7Q4K9M2X-T',
    ])
      expect(text).toContain(said);
  });

  it('has a row with its code for everybody, and says who is a guest', () => {
    const guests = content.rows.filter(({ guestFrom }) => guestFrom !== undefined);
    for (const { name, rowCode } of content.rows.filter((row) => !guests.includes(row)))
      expect(text).toContain(`${name} ${rowCode}`);
    expect(guests).toHaveLength(1);
    expect(text).toContain(guests[0]!.rowCode);
    expect(text.match(/gjest fra OSLO-2/g)).toHaveLength(1);
  });

  it('repeats the header and says which page of how many', () => {
    expect(text.match(/^Nr\. Navn Radkode T F G Sent Tidlig Signatur$/gm)).toHaveLength(2);
    expect(text.match(/side [12] av 2/g)).toEqual(['side 1 av 2', 'side 2 av 2']);
  });

  it.each([
    ['nn', ['onsdag 16. september 2026', 'Undervisar ANNA-T', 'F fråvær', 'gjest frå OSLO-2', 'side 1 av 2']],
    ['en', ['Wednesday 16 September 2026', '(3.5 h)', 'room A2-075', 'G excused', 'guest from OSLO-2', 'page 1 of 2']],
  ] as const)('is in %s for who reads that, with the same letters to mark by', (language, said) => {
    const printed = renderRegisterSheet(content, language);
    for (const one of [...said, 'T F G']) expect(textOf(printed)).toContain(one);
    expect(Buffer.from(printed).toString('latin1')).toContain(`/Lang (${language})`);
  });

  it('gives the same bytes again', () =>
    expect(Buffer.compare(Buffer.from(renderRegisterSheet(content, 'nb')), Buffer.from(pdf))).toBe(0));

  it('reads names as text, and shortens none', () => {
    const names = ['#panic("x") *fet* $x$', 'Maximiliane-Alexandra von Testesen-Prøvenstein Åsmundsdottir-Ødegaard'];
    const shown = textOf(
      renderRegisterSheet({ ...content, rows: names.map((name) => ({ name, rowCode: 'K7X00-M' })) }, 'nb'),
    );
    for (const word of names.flatMap((name) => name.split(' '))) expect(shown).toContain(word);
  });

  it('works for a class without students, online', () => {
    const { venue: _venue, room: _room, ...online } = content;
    const shown = textOf(renderRegisterSheet({ ...online, rows: [], teachers: [] }, 'nb'));
    expect(shown).toContain('Sted På nett');
    expect(shown).toContain('side 1 av 1');
  });

  it('does not fail on a name that the fonts cannot write', () =>
    expect(
      infoOf(renderRegisterSheet({ ...content, rows: [{ name: '漢字 Prøve', rowCode: 'K7X00-M' }] }, 'nb')),
    ).toMatch(/Pages:\s+1\n/));
});
