import { resolve } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { type RankingProtocolContent, RankingProtocolRefused } from './content';

const templates = resolve(__dirname, 'template');
const fonts = resolve(__dirname, '..', 'fonts');
const main = resolve(templates, 'ranking-protocol.typ');
const data = resolve(templates, 'view.json');

let compiler: NodeCompiler | undefined;

const theCompiler = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

/**
 * The protocol of a ranking as a tagged PDF/UA-1, A4 across, as many pages as it takes. The same content gives the same
 * bytes.
 * @throws RankingProtocolRefused when a text cannot be shown whole
 */
export const renderRankingProtocol = (content: RankingProtocolContent): Uint8Array => {
  const typst = theCompiler();
  typst.mapShadow(data, Buffer.from(JSON.stringify(content)));
  try {
    return typst.pdf(
      { mainFilePath: main },
      { pdfStandard: PdfStandard.UA_1, creationTimestamp: Math.floor(Date.parse(content.madeAt) / 1000) },
    );
  } catch (error) {
    if (String(error).includes('could not be displayed')) throw new RankingProtocolRefused();
    throw error;
  } finally {
    typst.evictCache(10);
  }
};
