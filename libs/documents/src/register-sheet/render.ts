import { resolve } from 'node:path';
import type { Language } from '@kull/kernel';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RegisterSheetContent } from './content';
import { registerSheetView } from './view';

const templates = resolve(__dirname, 'template');
const fonts = resolve(__dirname, '..', 'fonts');
const main = resolve(templates, 'register-sheet.typ');
const data = resolve(templates, 'view.json');

let compiler: NodeCompiler | undefined;

const theCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

/**
 * A register to be filled in by hand, as a tagged PDF of A4 pages: a full class on two. It is printed once and thrown
 * away, so it claims no archive format, and a name that the fonts cannot write is shown as well as they can instead of
 * refused. Renders in the calling thread, some tens of milliseconds.
 */
export const renderRegisterSheet = (content: RegisterSheetContent, language: Language): Uint8Array => {
  const typst = theCompiler();
  typst.mapShadow(data, Buffer.from(JSON.stringify(registerSheetView(content, language))));
  try {
    return typst.pdf({ mainFilePath: main }, { creationTimestamp: Math.floor(Date.parse(content.printedAt) / 1000) });
  } finally {
    typst.evictCache(10);
  }
};
