import { resolve } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { type CertificateContent, CertificateContentRefused, checkedContent } from './content';
import { certificateView } from './view';

const templates = resolve(__dirname, 'template');
const fonts = resolve(__dirname, '..', 'fonts');
const main = resolve(templates, 'certificate.typ');
const data = resolve(templates, 'view.json');

let compiler: NodeCompiler | undefined;

// Making one costs some 20 ms and holds the fonts; it lives as long as its thread.
const theCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

// The ordinary size fits all but the longest names, titles and lists of credit lines.
const scales = [1, 0.85, 0.7, 0.6] as const;

// Typst writes the page tree first.
const pagesOf = (pdf: Buffer): number => {
  const count = /\/Type \/Pages\s+\/Count (\d+)/.exec(pdf.toString('latin1', 0, 256))?.[1];
  if (!count) throw new Error('Typst wrote a PDF whose pages cannot be counted');
  return Number(count);
};

const onOnePage = (typst: NodeCompiler, content: CertificateContent): Buffer => {
  for (const scale of scales) {
    typst.mapShadow(data, Buffer.from(JSON.stringify(certificateView(content, scale))));
    // Straight to the bytes: a compiled document held by JavaScript is half a megabyte that its collector does not see.
    const pdf = typst.pdf(
      { mainFilePath: main },
      { pdfStandard: PdfStandard.A_3a, creationTimestamp: Math.floor(Date.parse(content.issuedAt) / 1000) },
    );
    if (pagesOf(pdf) === 1) return pdf;
  }
  throw new CertificateContentRefused(['does not fit on one page']);
};

/** Renders in the calling thread, some milliseconds. See `renderCertificate`. */
export const renderNow = (content: CertificateContent): Uint8Array => {
  const checked = checkedContent(content);
  const typst = theCompiler();
  try {
    return onOnePage(typst, checked);
  } catch (error) {
    if (String(error).includes('could not be displayed'))
      throw new CertificateContentRefused(['a text holds a character that the fonts do not have']);
    throw error;
  } finally {
    // Typst remembers every layout it has made; a few generations keep the shared parts and bound the memory.
    typst.evictCache(10);
  }
};

/**
 * The certificate as a tagged PDF/A-3a of one A4 page, with the same facts as JSON attached (`kursbevis.json`).
 * The same content gives the same bytes, in any process on any machine.
 * @throws CertificateContentRefused when the content cannot be shown whole
 */
export const renderCertificate = async (content: CertificateContent): Promise<Uint8Array> => renderNow(content);
