import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statementExample as example } from '../testing/statement-example';
import { asFile, run, textOf } from '../testing/tools';
import { type StatementContent, StatementRefused } from './content';
import { renderStatement } from './render';

const golden = (name: string): string => readFileSync(join(__dirname, 'golden', name), 'utf8').trimEnd();

describe('a statement of ectsCredits', () => {
  it.each(['nb', 'nn', 'en'] as const)('says in %s what the golden file says', (language) =>
    expect(textOf(renderStatement({ ...example, language }))).toBe(golden(`statement.${language}.txt`)),
  );

  it('is one tagged page in its language, and claims PDF/UA', () => {
    const pdf = renderStatement({ ...example, language: 'nn' });
    const info = asFile(pdf, (path) => run('pdfinfo', [path]));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Title:\s+Stadfesting på studiepoeng – Kari Testesen Prøve/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (nn)');
    expect(asFile(pdf, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
  });

  it('leaves out what the course does not state', () => {
    const { level: _level, ...programme } = example.programme;
    const bare: StatementContent = {
      ...example,
      programme,
      courseCode: undefined,
      startsOn: undefined,
      assessments: [],
    };
    const text = textOf(renderStatement(bare));
    expect(text).not.toMatch(/Emnekode|Nivå|Periode|Vurdering|undefined/);
    expect(text).toContain('30 studiepoeng');
  });

  it('takes names for what they are, and refuses those that it cannot show whole', () => {
    const named = (familyName: string) => ({ ...example, student: { ...example.student, familyName } });
    expect(textOf(renderStatement(named('*Ås* #let $x$')))).toContain('Kari *Ås* #let $x$');
    expect(() => renderStatement(named('山田'))).toThrow(StatementRefused);
  });

  it('is the same, byte for byte, when made again after others', () => {
    const first = renderStatement(example);
    renderStatement({ ...example, language: 'en' });
    expect(Buffer.compare(renderStatement(example), first)).toBe(0);
  });
});
