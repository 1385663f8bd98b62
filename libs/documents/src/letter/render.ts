import { resolve } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { type LetterContent, LetterRefused, reducedLetter, refuseNationalIds } from './content';

const templates = resolve(__dirname, 'template');
const fonts = resolve(__dirname, '..', 'fonts');
const main = resolve(templates, 'letter.typ');
const data = resolve(templates, 'view.json');

let compiler: NodeCompiler | undefined;

const theCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

const pageWords = { nb: ['Side', 'av'], nn: ['Side', 'av'], en: ['Page', 'of'] } as const;

/**
 * The letter as a tagged PDF/UA-1, A4, as many pages as it takes. The same content gives the same bytes.
 * @throws LetterRefused when a text cannot be shown whole, or looks like a national id
 */
export const renderLetter = (content: LetterContent): Uint8Array => {
  refuseNationalIds(content);
  const typst = theCompiler();
  // Key by key: equal facts give equal bytes, however the content came about.
  const { language, organiser, recipient, title, facts, parts, signatory, writtenAt } = content;
  const view = { language, organiser, recipient, title, facts, parts, signatory, page: pageWords[language] };
  typst.mapShadow(data, Buffer.from(JSON.stringify(view)));
  try {
    return typst.pdf(
      { mainFilePath: main },
      { pdfStandard: PdfStandard.UA_1, creationTimestamp: Math.floor(Date.parse(writtenAt) / 1000) },
    );
  } catch (error) {
    if (String(error).includes('could not be displayed')) throw new LetterRefused();
    throw error;
  } finally {
    typst.evictCache(10);
  }
};

/** The letter whole where that can be printed, else without what cannot. */
export const renderLetterAnyway = (content: LetterContent): Uint8Array => {
  try {
    return renderLetter(content);
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error;
    return renderLetter(reducedLetter(content));
  }
};
