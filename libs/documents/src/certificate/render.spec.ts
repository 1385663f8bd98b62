import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { loadOrCreateJwsKey } from '../keys/jws-key';
import { example, named } from '../testing/example';
import { asFile, run, textOf } from '../testing/tools';
import { signedCode, verifyCode } from './code';
import { type CertificateContent, CertificateContentRefused, type CertificateLanguage } from './content';
import { renderCertificate } from './render';

const languages: readonly CertificateLanguage[] = ['nb', 'nn', 'en'];
const golden = (language: CertificateLanguage): string =>
  readFileSync(join(__dirname, 'golden', `certificate.${language}.txt`), 'utf8').trimEnd();

// PPM: "P6", width, height, 255, then three bytes for each pixel.
const raster = (ppm: Buffer) => {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 32).toString('latin1'))!;
  return { width: Number(width), height: Number(height), data: new Uint8Array(ppm.subarray(head.length)) };
};

/** What a camera reads from the printed page. */
const scanned = (pdf: Uint8Array, dpi: number): string => {
  const image = asFile(pdf, (path, folder) => {
    run('pdftoppm', ['-r', String(dpi), '-singlefile', path, join(folder, 'page')]);
    return readFileSync(join(folder, 'page.ppm'));
  });
  return decodeQR(raster(image));
};

const inNewFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('A rendered certificate', () => {
  it('is the same, byte for byte, when rendered again after others', async () => {
    const first = await renderCertificate(example);
    await renderCertificate(named('Ola', 'Normann'));
    expect(Buffer.compare(await renderCertificate(example), first)).toBe(0);
  });

  describe.each(languages)('in %s', (language) => {
    let pdf: Uint8Array;
    beforeAll(async () => {
      pdf = await renderCertificate({ ...example, language });
    });

    it('says what the golden file says', () => expect(textOf(pdf)).toBe(golden(language)));

    it('is one tagged A4 page without scripts, in that language', () => {
      const info = asFile(pdf, (path) => run('pdfinfo', [path]));
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/JavaScript:\s+no/);
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(/\(A4\)/);
      expect(info).toMatch(/Title:\s+.+ 7Q4K-9M2X-T – Kari Testesen Prøve/);
      expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
    });

    it('claims PDF/A-3a', () => {
      const metadata = asFile(pdf, (path) => run('pdfinfo', ['-meta', path]));
      expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
      expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
      expect(metadata).toContain('2026-07-01T07:00:00');
    });

    it('is without fault to qpdf', () =>
      expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors'));
  });

  it('holds no number of eleven digits', async () => {
    expect(textOf(await renderCertificate(example)).replace(/\s/g, '')).not.toMatch(/(?<!\d)\d{11}(?!\d)/);
  });

  it('carries the same facts as JSON', async () => {
    const attached = asFile(await renderCertificate(example), (path, folder) => {
      run('pdfdetach', ['-saveall', '-o', folder, path]);
      return readFileSync(join(folder, 'kursbevis.json'), 'utf8');
    });
    expect(JSON.parse(attached)).toEqual({ schema: 'kull.certificate.v1', ...example });
  });

  it('leads to its verification page by a QR code that a camera can read', async () => {
    expect(scanned(await renderCertificate(example), 110)).toBe(example.verificationAddress);
  });

  it.each([
    ['names as most are', 'Kari', 'Testesen Prøve', 200],
    ['the longest names', 'Åsmundsdottir'.repeat(7), 'Ødegaard-Lønning'.repeat(6), 300],
  ])('carries holder key and signed facts in a QR code that a camera can read: %s', async (_, given, family, dpi) => {
    const key = await inNewFolder((folder) => loadOrCreateJwsKey(folder, 'code.json'));
    const facts = { version: 2, approvalId: 'LF-TEST-0001', points: 60, completedOn: '2026-06-19' };
    const names = { givenNames: given, familyName: family };
    const scanAddress = signedCode(`${example.verificationAddress}?k=q1w2e3r4t5y6`, { ...facts, ...names }, key);
    const pdf = await renderCertificate({ ...named(given, family), scanAddress });
    expect(scanned(pdf, dpi)).toBe(scanAddress);
    expect(verifyCode(scanned(pdf, dpi), [key])).toMatchObject({ outcome: 'SIGNED', facts: names });
    expect(textOf(pdf)).toContain(example.verificationAddress);
    expect(textOf(pdf)).not.toContain('q1w2e3r4t5y6');
  });

  it.each([
    ['Małgorzata', 'Nguyễn'],
    ['Zoë Ánte', 'Šimić'],
    ["D'Angelo", 'Ødegaard-Lønning'],
    ['Çelik', 'Đorđević Ŋuorjju'],
    ['#panic("x")', '*fet* _kursiv_ $x^2$'],
    ['<script>alert(1)</script>', '"; \\ \\u{41} @ref <label>'],
    ['= Overskrift', '#sys.inputs // `kode` ~ -- ---'],
  ])('shows the name %s %s just so', async (given, family) => {
    const text = textOf(await renderCertificate(named(given, family)));
    expect(text.replaceAll('\n', ' ')).toContain(`${given} ${family}`);
  });

  it('fits on the page with the longest texts that it takes', async () => {
    const words = (length: number) => 'Åsmundsdottir-Weißmüller '.repeat(20).slice(0, length).trim();
    const longest: CertificateContent = {
      ...named(words(100), words(100)),
      course: { ...example.course, title: words(200), approvalId: 'W'.repeat(60), place: words(100) },
      organiser: { ...example.organiser, name: words(100) },
      creditLines: Array.from({ length: 6 }, () => ({
        ...example.creditLines[0]!,
        specialty: 'W'.repeat(20),
        category: 'KLINISK_EMNEKURS' as const,
      })),
      signatory: { name: words(100), role: words(100) },
      verificationAddress: `https://kull.example/v/${'w'.repeat(177)}`,
    };
    for (const language of languages)
      expect(await renderCertificate({ ...longest, language })).toBeInstanceOf(Uint8Array);
  });

  it('refuses a name that the fonts cannot write, and works on', async () => {
    await expect(renderCertificate(named('漢字', 'Prøve'))).rejects.toThrow(CertificateContentRefused);
    expect(textOf(await renderCertificate(example))).toContain('Kari Testesen Prøve');
  });
});
