import { spawnSync } from 'node:child_process';

interface Output {
  readonly code: number | null;
  readonly text: string;
}

const run = (program: string, ...args: readonly string[]): Output => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw new Error(`${program} is needed; npm test unpacks it: ${error.message}`);
  return { code: status, text: `${stdout}${stderr}` };
};

/** What three programs that are not ours say of a signed PDF. */
export const inspectPdf = (path: string) => {
  const signature = run('pdfsig', '-nocert', path).text;
  return {
    signatureIsValid: signature.includes('Signature Validation: Signature is Valid.'),
    wholeDocumentIsSigned: signature.includes('Total document signed'),
    signatures: signature.match(/^Signature #\d/gm)?.length ?? 0,
    structureIsRight: run('qpdf', '--check', path).code === 0,
    text: run('pdftotext', '-layout', path, '-').text,
  };
};
