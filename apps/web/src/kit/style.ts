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

/**
 * Questions of the kit that begin with `:has` and no name: each is asked of everything above an input or a table, up to
 * the page itself, and each change anywhere on a page then works out the style of all that is on it anew (70 to 100 ms on
 * a phone, at a key typed in the palette). Asked of fields and of tables alone they mean the same.
 */
const ASKED_OF_ALL: readonly (readonly [part: string, asked: string, ofThese: string])[] = [
  ['input', ':has(label):not(:has(label:hover)) .ds-input', '.ds-field'],
  ['table', ':not(:has(thead)) tbody', '.ds-table'],
  ['table', ':not(:has(tfoot)) tbody', '.ds-table'],
];

const part = (name: string): string => {
  let css = readFileSync(join(KIT, `${name}.css`), 'utf8');
  for (const [, asked, ofThese] of ASKED_OF_ALL.filter(([of]) => of === name)) {
    if (!css.includes(asked)) throw new Error(`Designsystemet's ${name} no longer asks ${asked}: see ASKED_OF_ALL`);
    css = css.replaceAll(asked, `${ofThese}${asked}`);
  }
  return css;
};

const content = [
  // The order that its own whole file begins with: parts are layers.
  '@layer ds.theme, ds.base, ds.components;',
  readFileSync(THEME, 'utf8'),
  ...PARTS.map(part),
  readFileSync(join(__dirname, 'web.css'), 'utf8'),
].join('\n');

const bytes = Buffer.from(content);
const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);

export const STYLE_FILE = `web-${hash}.css`;

/** The name changes with the content, so that browsers may keep it for good. */
export const styleAddress = `/assets/stil/${STYLE_FILE}`;

export const style = zippedFile('text/css; charset=utf-8', bytes);
