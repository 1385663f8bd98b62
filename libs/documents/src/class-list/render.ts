import { resolve } from 'node:path';
import type { Language } from '@kull/kernel';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { type ClassListContent, ClassListRefused } from './content';
import { classListView } from './view';

const templates = resolve(__dirname, 'template');
const fonts = resolve(__dirname, '..', 'fonts');
const main = resolve(templates, 'class-list.typ');
const data = resolve(templates, 'view.json');

let compiler: NodeCompiler | undefined;

const theCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

/**
 * The class list as a tagged PDF/UA-1, A4 across, some milliseconds a page. The same content gives the same bytes.
 * @throws ClassListRefused when a text cannot be shown whole
 */
export const renderClassList = (content: ClassListContent, language: Language): Uint8Array => {
  const typst = theCompiler();
  typst.mapShadow(data, Buffer.from(JSON.stringify(classListView(content, language))));
  try {
    return typst.pdf(
      { mainFilePath: main },
      { pdfStandard: PdfStandard.UA_1, creationTimestamp: Math.floor(Date.parse(content.madeAt) / 1000) },
    );
  } catch (error) {
    if (String(error).includes('could not be displayed')) throw new ClassListRefused();
    throw error;
  } finally {
    typst.evictCache(10);
  }
};
