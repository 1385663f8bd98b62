import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterExample as example } from '../testing/letter-example';
import { asFile, run, textOf } from '../testing/tools';
import { LetterRefused } from './content';
import { renderLetter, renderLetterAnyway } from './render';

const structure = (pdf: Uint8Array): string => asFile(pdf, (path) => run('pdfinfo', ['-struct-text', path]));

describe('a letter', () => {
  it('says what the golden file says', () =>
    expect(textOf(renderLetter(example))).toBe(
      readFileSync(join(__dirname, 'golden', 'letter.txt'), 'utf8').trimEnd(),
    ));

  it.each(['nb', 'nn', 'en'] as const)('is tagged, in %s, with a title, and claims PDF/UA', (language) => {
    const pdf = renderLetter({ ...example, language });
    const info = asFile(pdf, (path) => run('pdfinfo', [path]));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Vedtak: du har ikke fått plass/);
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
    expect(asFile(pdf, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
  });

  it('has headings, a list and paragraphs that a screen reader knows for what they are', () => {
    const tags = structure(renderLetter(example));
    for (const [tag, text] of [
      ['H1', 'Vedtak: du har ikke fått plass'],
      ['H2', 'Du kan klage'],
      ['LBody', 'Oppfylt: Du er minst 18 år'],
      ['P', 'Klagefrist tre uker: fredag 15. mai 2026.'],
    ])
      expect(tags).toMatch(new RegExp(`\\b${tag}\\b(?: "[^"]*")?[^"]*"${text}`));
  });

  it('goes on over as many pages as it takes, and says which of how many', () => {
    const parts = Array.from(
      { length: 60 },
      (_, i) => ({ kind: 'paragraph', text: `Avsnitt nummer ${i + 1}.` }) as const,
    );
    const text = textOf(renderLetter({ ...example, parts }));
    expect(text).toContain('Avsnitt nummer 60.');
    expect(text).toMatch(/Side 1 av [23]\b/);
  });

  it('is the same, byte for byte, when made again after others, in whatever order its content was written', () => {
    const first = renderLetter(example);
    renderLetter({ ...example, language: 'en' });
    const { parts, ...rest } = example;
    expect(Buffer.compare(renderLetter({ parts, ...rest }), first)).toBe(0);
  });

  it('takes texts for what they are', () =>
    expect(textOf(renderLetter({ ...example, recipient: '*Kari* #let $x$' }))).toContain('*Kari* #let $x$'));

  it('never bears a national id, nor half a name; who cannot be named gets the letter all the same', () => {
    const parts = [{ kind: 'paragraph', text: 'Nummeret 158175 00009 er ditt.' } as const];
    expect(() => renderLetter({ ...example, parts })).toThrow(LetterRefused);
    expect(textOf(renderLetterAnyway({ ...example, parts }))).not.toMatch(/158175/);
    expect(() => renderLetter({ ...example, recipient: '山田' })).toThrow(LetterRefused);
    const text = textOf(renderLetterAnyway({ ...example, recipient: '山田' }));
    expect(text).toContain('A26-000362');
    expect(text).not.toContain('Testesen');
  });
});
