import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderNow } from '../certificate/render';
import { loadOrCreateSigningKey, type SigningKey } from '../keys/signing-key';
import { example } from '../testing/example';
import { asFile, inFolder, run, runAnyway, textOf } from '../testing/tools';
import { attachedFacts } from './attachment';
import { incrementalUpdate, withEntries } from './revision';
import { type SignatureMeta, signNow } from './sign';
import { verifyPdf } from './verify';

const meta: SignatureMeta = {
  signedAt: '2026-07-01T07:00:00.000Z',
  reason: 'Utstedelse av kursbevis',
  location: 'Oslo',
  name: 'Handelshøyskolen BI',
};

const newKey = async (): Promise<SigningKey> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
  const key = await loadOrCreateSigningKey(folder);
  rmSync(folder, { recursive: true });
  return key;
};

let key: SigningKey;
let unsigned: Uint8Array;
let signed: Uint8Array;
let gap: { readonly start: number; readonly end: number };

beforeAll(async () => {
  key = await newKey();
  unsigned = renderNow(example);
  signed = signNow(unsigned, key, meta);
  const [, start, end] = /\/ByteRange \[0 (\d+) (\d+) /.exec(Buffer.from(signed).toString('latin1'))!;
  gap = { start: Number(start), end: Number(end) };
});

const flipped = (position: number, mask: number): Uint8Array => {
  const bytes = Uint8Array.from(signed);
  bytes[position]! ^= mask;
  return bytes;
};
const pdfsig = (pdf: Uint8Array): string => asFile(pdf, (path) => runAnyway('pdfsig', [path]));

// What an attacker appends: objects under a cross-reference table that points back to ours.
const appended = (objects: ReadonlyMap<number, string>): Uint8Array => {
  const text = Buffer.from(signed).toString('latin1');
  const last = (pattern: RegExp): string => [...text.matchAll(pattern)].at(-1)![1]!;
  const revision = {
    xref: Number(last(/startxref\s+(\d+)/g)),
    size: Number(last(/\/Size (\d+)/g)),
    root: Number(last(/\/Root (\d+)/g)),
    info: '',
    id: '<00>',
    object: () => '',
  };
  return Buffer.concat([signed, Buffer.from(incrementalUpdate(revision, signed.length, objects, '01'), 'latin1')]);
};
const newest = (kind: RegExp): { readonly number: number; readonly body: string } => {
  const objects = [
    ...Buffer.from(signed)
      .toString('latin1')
      .matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g),
  ];
  const [, number, body] = objects.filter(([, , body]) => kind.test(body!)).at(-1)!;
  return { number: Number(number), body: body! };
};

describe('A signed certificate', () => {
  it('begins with the rendered bytes as they were', () =>
    expect(Buffer.compare(signed.subarray(0, unsigned.length), unsigned)).toBe(0));

  it('is the same, byte for byte, when signed again', () =>
    expect(Buffer.compare(signNow(unsigned, key, meta), signed)).toBe(0));

  it('is valid as a whole to pdfsig', () => {
    const answer = pdfsig(signed);
    expect(answer).toContain('Signature Validation: Signature is Valid.');
    expect(answer).toContain('Total document signed');
    expect(answer).toContain('Signature Type: ETSI.CAdES.detached');
    expect(answer).toContain('Signing Time: Jul 01 2026 07:00:00');
  });

  it('is valid to openssl', () =>
    inFolder((folder) => {
      const hex = Buffer.from(signed.subarray(gap.start + 1, gap.end - 1)).toString('latin1');
      const cms = Buffer.from(hex, 'hex');
      const at = (name: string) => join(folder, name);
      writeFileSync(at('cms.der'), cms.subarray(0, 4 + cms.readUInt16BE(2)));
      writeFileSync(at('content'), Buffer.concat([signed.subarray(0, gap.start), signed.subarray(gap.end)]));
      writeFileSync(at('signer.der'), key.certificate);
      run('openssl', ['x509', '-inform', 'DER', '-in', at('signer.der'), '-out', at('signer.pem')]);
      const files = ['-in', at('cms.der'), '-content', at('content'), '-CAfile', at('signer.pem'), '-out', at('out')];
      run('openssl', ['cms', '-verify', '-cades', '-binary', '-purpose', 'any', '-inform', 'DER', ...files]);
      expect(readFileSync(at('out')).length).toBe(signed.length - (gap.end - gap.start));
    }));

  it('is without fault to qpdf, still tagged, and says the same', () => {
    expect(asFile(signed, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
    expect(asFile(signed, (path) => run('pdfinfo', [path]))).toMatch(/Tagged:\s+yes/);
    expect(asFile(signed, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(textOf(signed)).toBe(textOf(unsigned));
  });

  it('is certified: no change is permitted after it', () => {
    const text = Buffer.from(signed).toString('latin1');
    expect(text).toMatch(/\/Perms << \/DocMDP \d+ 0 R >>/);
    expect(text).toContain('/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >>');
  });

  it('is unaltered to our own verifier, which names the signatory', () =>
    expect(verifyPdf(signed)).toEqual({
      signed: true,
      intact: true,
      coversWholeDocument: true,
      unaltered: true,
      permitsNoChange: true,
      ...meta,
      certificateFingerprint: key.fingerprint,
      certificateCommonName: 'Handelshøyskolen BI, kursbevis',
    }));

  it('is not signed twice', () => expect(() => signNow(signed, key, meta)).toThrow('cannot be signed'));
});

describe('The facts of a signed certificate', () => {
  it('can be read from the file', () =>
    expect(attachedFacts(signed)).toEqual({ schema: 'kull.certificate.v1', ...example }));

  it.each([
    ['no PDF', Buffer.from('kursbevis')],
    ['an attachment of nonsense', Buffer.from('/Type /EmbeddedFile >>\nstream\nxxx\nendstream')],
  ])('are not found in %s', (_, bytes) => expect(attachedFacts(bytes)).toBeUndefined());
});

describe('A signed certificate that was changed', () => {
  it('is never unaltered, at places spread over the whole file, with any bit of the byte turned', () => {
    const step = Math.ceil(signed.length / 400);
    const kept: number[] = [];
    for (let at = 0; at < signed.length; at += step) if (verifyPdf(flipped(at, 1 << (at % 8))).unaltered) kept.push(at);
    expect(kept).toEqual([]);
  });

  it('is never unaltered when it was cut short or made longer', () => {
    for (const length of [1, 100, signed.length >> 1, signed.length - 1])
      expect(verifyPdf(signed.subarray(0, length)).unaltered).toBe(false);
    for (const more of ['\n', '%', '\0', '%%EOF\n'])
      expect(verifyPdf(Buffer.concat([signed, Buffer.from(more)])).unaltered).toBe(false);
  });

  it('is not covered as a whole when its form was taken away by an update', () => {
    const catalogue = newest(/\/Type \/Catalog\b/);
    const unlocked = appended(new Map([[catalogue.number, catalogue.body.replace(/\/Perms << [^>]* >>/, '')]]));
    expect(verifyPdf(unlocked)).toMatchObject({ coversWholeDocument: false, unaltered: false });
    expect(pdfsig(unlocked)).not.toContain('Total document signed');
  });

  it('is never unaltered, whichever byte of it changed', () => {
    const position = fc.integer({ min: 0, max: signed.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        expect(verifyPdf(flipped(at, mask)).unaltered).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  it('is never unaltered, whatever the place of the signature holds', () => {
    const position = fc.integer({ min: gap.start, max: gap.end - 1 });
    fc.assert(
      fc.property(position, fc.constantFrom(1, 2, 4, 0x20, 0x7f), (at, mask) => {
        expect(verifyPdf(flipped(at, mask)).unaltered).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  it('is never valid to pdfsig', () => {
    const position = fc.integer({ min: 0, max: signed.length - 1 }).filter((at) => at < gap.start || at >= gap.end);
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        expect(pdfsig(flipped(at, mask))).not.toContain('Signature is Valid');
      }),
      { numRuns: 20 },
    );
  });

  it('has a digest that does not match, to pdfsig and to us', () => {
    const stream = Buffer.from(signed).indexOf('stream\n') + 60;
    expect(pdfsig(flipped(stream, 1))).toContain('Digest Mismatch');
    expect(verifyPdf(flipped(stream, 1))).toMatchObject({ signed: true, intact: false, coversWholeDocument: true });
  });

  it('is not covered as a whole when a page was swapped by an update', () => {
    const page = newest(/\/Type \/Page\n/);
    const swapped = appended(new Map([[page.number, page.body.replace(/\/Contents \d+ 0 R/, '')]]));
    expect(verifyPdf(swapped)).toMatchObject({ intact: true, coversWholeDocument: false, unaltered: false });
    expect(pdfsig(swapped)).not.toContain('Total document signed');
  });

  it('is not covered as a whole when an annotation was added by an update', () => {
    const page = newest(/\/Type \/Page\n/);
    const note = '<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 300] /Contents (Ola) /DA (/F1 12 Tf) >>';
    const body = withEntries(page.body.replace(/\/Annots \[[^\]]*\]/, ''), '/Annots [900 0 R]');
    const annotated = appended(
      new Map([
        [900, note],
        [page.number, body],
      ]),
    );
    expect(verifyPdf(annotated)).toMatchObject({ intact: true, coversWholeDocument: false, unaltered: false });
    expect(pdfsig(annotated)).not.toContain('Total document signed');
  });

  it('is not valid when qpdf wrote it anew', () => {
    const rewritten = asFile(signed, (path, folder) => {
      run('qpdf', [path, join(folder, 'new.pdf')]);
      return readFileSync(join(folder, 'new.pdf'));
    });
    expect(verifyPdf(rewritten)).toMatchObject({ signed: true, unaltered: false });
    expect(pdfsig(rewritten)).not.toContain('Signature is Valid');
  });

  it('shows another fingerprint when somebody else signed it', async () => {
    const other = await newKey();
    const verification = verifyPdf(signNow(unsigned, other, meta));
    expect(verification.unaltered).toBe(true);
    expect(verification.certificateFingerprint).not.toBe(key.fingerprint);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['no PDF', Buffer.from('kursbevis')],
    ['a signature of nonsense', Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3] /Contents <30820000>')],
  ])('gets an answer for %s', (_, bytes) => expect(verifyPdf(bytes).unaltered).toBe(false));

  it('is not signed when it was only rendered', () => expect(verifyPdf(unsigned).signed).toBe(false));
});
