import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { example, named } from '../testing/example';
import { asFile, run, textOf } from '../testing/tools';
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
    const image = asFile(await renderCertificate(example), (path, folder) => {
      run('pdftoppm', ['-r', '110', '-singlefile', path, join(folder, 'page')]);
      return readFileSync(join(folder, 'page.ppm'));
    });
    expect(decodeQR(raster(image))).toBe(example.verificationAddress);
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
