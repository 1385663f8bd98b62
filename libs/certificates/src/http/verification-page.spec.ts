import type { VerificationReport } from '../read-models/verification.query';
import { verificationPage } from './verification-page';
import { verificationScript } from './verification-script';

const report: VerificationReport = {
  number: '7Q4K-9M2X-T',
  verification: { answer: 'VALID', version: 2, issuedAt: '2026-06-30T22:30:00.000Z' },
  facts: {
    maskedName: 'K*** T***',
    courseTitle: 'Ledelse <b> & "drift"',
    organiserName: 'Handelshøyskolen BI',
    organiserOrgNumber: '971228865',
    approvalId: 'LF-TEST-0001',
    coursePoints: 60,
    completionDate: '2026-06-19',
  },
};
const at = '2026-07-09T08:02:00.000Z';

describe('the verification page', () => {
  it('says in three languages that a certificate holds, with days as they are in Norway', () => {
    expect(verificationPage(report, 'nb', at)).toContain('✓ Gyldig. Denne versjonen ble utstedt 1. juli 2026.');
    expect(verificationPage(report, 'nn', at)).toContain('✓ Gyldig. Denne versjonen vart utferda 1. juli 2026.');
    expect(verificationPage(report, 'en', at)).toContain('✓ Valid. This version was issued on 1 July 2026.');
  });

  it.each([
    [
      { answer: 'REPLACED', version: 1, by: 2, at: '2026-07-01T07:00:00.000Z', reasonCode: 'NAME_CHANGE' },
      'Erstattet 1. juli 2026 av versjon 2. Versjon 1 gjelder ikke lenger; be innehaveren om den nye. Navnet ble rettet.',
    ],
    [{ answer: 'REVOKED', at: '2026-07-02T07:00:00.000Z' }, 'Trukket tilbake 2. juli 2026. Beviset kan ikke brukes.'],
    [{ answer: 'ALTERED' }, 'Filen er ikke den som arrangøren utstedte'],
    [{ answer: 'NEVER_ISSUED' }, 'Aldri utstedt'],
  ] as const)('answers %j', (verification, text) =>
    expect(verificationPage({ ...report, verification }, 'nb', at)).toContain(text),
  );

  it('lets no text become markup, and takes nothing from elsewhere', () => {
    const page = verificationPage(report, 'nb', at);
    expect(page).toContain('Ledelse &lt;b&gt; &amp; &quot;drift&quot;');
    expect(page).not.toMatch(/https?:|style=/);
    expect(page.match(/<script.*?<\/script>/g)).toEqual(['<script src="/v/check.js" defer></script>']);
    expect(page.length).toBeLessThan(30_000);
  });

  it('has a script of at most 2 kB, and shows the chooser only where that runs', () => {
    expect(Buffer.byteLength(verificationScript)).toBeLessThanOrEqual(2048);
    expect(verificationPage(report, 'nb', at)).toContain('<section id="file" hidden');
  });

  it('shows the name to whoever has the key, and then asks for none', () => {
    const { maskedName: _, ...facts } = report.facts!;
    const shown = verificationPage({ ...report, facts: { ...facts, name: 'Kari <i>' } }, 'nb', at, {
      asked: { holderKey: 'abc' },
    });
    expect(shown).toContain('Kari &lt;i&gt;');
    expect(shown).not.toContain('Stemmer navnet?');
    expect(shown).toContain('/v/7Q4K-9M2X-T?lang=en&amp;k=abc');
    expect(verificationPage(report, 'nb', at)).toContain('Stemmer navnet?');
  });
});
