import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zippedFile } from './zipped-file';

/** Of Designsystemet, what pages here use; a part that is not listed is not sent. */
const PARTS = [
  'base',
  'skip-link',
  'heading',
  'paragraph',
  'link',
  'list',
  'button',
  'card',
  'alert',
  'tag',
  'table',
  'details',
  'label',
  'input',
  'field',
  'fieldset',
  'validation-message',
  'error-summary',
  'dialog',
  'tabs',
  'badge',
  'chip',
  'skeleton',
  'spinner',
];

const THEME = require.resolve('@digdir/designsystemet-css/theme');
const KIT = dirname(require.resolve('@digdir/designsystemet-css'));

const content = [
  // The order that its own whole file begins with: parts are layers.
  '@layer ds.theme, ds.base, ds.components;',
  readFileSync(THEME, 'utf8'),
  ...PARTS.map((part) => readFileSync(join(KIT, `${part}.css`), 'utf8')),
  readFileSync(join(__dirname, 'web.css'), 'utf8'),
].join('\n');

const bytes = Buffer.from(content);
const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);

export const STYLE_FILE = `web-${hash}.css`;

/** The name changes with the content, so that browsers may keep it for good. */
export const styleAddress = `/assets/stil/${STYLE_FILE}`;

export const style = zippedFile('text/css; charset=utf-8', bytes);
