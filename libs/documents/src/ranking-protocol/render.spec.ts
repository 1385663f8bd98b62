import { asFile, run, textOf } from '../testing/tools';
import { type RankingProtocolContent, RankingProtocolRefused } from './content';
import { renderRankingProtocol } from './render';

const header = ['Nr.', 'Søknad', 'Poeng', 'Loddnummer', 'Grunn til plassen', 'Ønsker', 'Tilbud'];
const content: RankingProtocolContent = {
  title: 'Protokoll for rangeringen, NLP-2026',
  subtitle: 'Kjøring 3',
  facts: [
    { name: 'Frø for trekningen', value: 'NLP-2026:7f3a' },
    { name: 'Regelsett', value: 'versjon 1' },
  ],
  tables: [
    {
      title: 'Allmenn kvote',
      summary: '196 plasser, 120 søkere, 60 tilbud',
      header,
      rows: Array.from({ length: 120 }, (_, at) => [
        String(at + 1),
        `A26-${String(at + 1).padStart(6, '0')}`,
        '62,0',
        '0a3f1122',
        at === 1 ? 'Likt med nr. 1: *loddnummeret* er høyere #1' : 'Poeng',
        'OSLO-1: fullt · OSLO-2: tilbud',
        'OSLO-2',
      ]),
    },
  ],
  signing: {
    text: 'Opptakskomiteen har gått gjennom rangeringen.',
    header: ['Rolle', 'Navn', 'Dato', 'Underskrift'],
    roles: ['Leder', 'Medlem'],
  },
  footer: 'NLP-2026, kjøring 3',
  madeAt: '2026-04-20T08:42:00.000Z',
};

describe('the protocol of a ranking', () => {
  it('has all of its words, as words, and somewhere to sign', () => {
    const text = textOf(renderRankingProtocol(content));
    for (const words of [
      'Protokoll for rangeringen, NLP-2026',
      'NLP-2026:7f3a',
      'A26-000120',
      '*loddnummeret* er høyere #1',
      'Opptakskomiteen har gått gjennom rangeringen.',
      'Underskrift',
    ])
      expect(text).toContain(words);
  });

  it('is tagged, in bokmål, A4 across, claims PDF/UA, and has its headings on every page of an order', () => {
    const pdf = renderRankingProtocol(content);
    const info = asFile(pdf, (path) => run('pdfinfo', [path]));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+841\.89 x 595\.276 pts \(A4\)/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (nb)');
    expect(asFile(pdf, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const pages = asFile(pdf, (path) => run('pdftotext', ['-layout', path, '-']))
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      if (page.includes('A26-')) expect(page).toContain('Grunn til plassen');
      expect(page).toContain(`Side ${at + 1} av ${pages.length}`);
    }
  });

  it('is the same, byte for byte, when made again after others', () => {
    const first = renderRankingProtocol(content);
    renderRankingProtocol({ ...content, tables: [] });
    expect(Buffer.compare(renderRankingProtocol(content), first)).toBe(0);
  });

  it('refuses what cannot be shown whole', () =>
    expect(() => renderRankingProtocol({ ...content, subtitle: '山田' })).toThrow(RankingProtocolRefused));
});
