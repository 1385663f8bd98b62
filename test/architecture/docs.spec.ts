import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { commands } from '../../apps/cli/src/commands';
import { configTable } from '../../apps/settings';
import { guidePictures } from '../browser/guide-pictures';

const project = join(__dirname, '../..');
const skipped = /(^|\/)(node_modules|dist|\.data|\.git|fixtures)(\/|$)/;

const pages = readdirSync(project, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !skipped.test(path))
  .map((path) => join(project, path));

/** Where the links of a page lead, without those to other sites and to places in the page itself. */
const linksIn = (page: string): readonly string[] =>
  [
    ...readFileSync(page, 'utf8')
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target]) => target!.split('#')[0]!)
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !target.startsWith('/'));

describe('what is written about the project', () => {
  it.each(pages.map((page) => [relative(project, page), page] as const))(
    'has links that lead somewhere: %s',
    (_, page) => {
      expect(linksIn(page).filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
    },
  );

  const readme = readFileSync(join(project, 'README.md'), 'utf8');

  it('lists in the README the commands that there are', () => {
    const listed = [...readme.matchAll(/^\| `([^`]+)` \|/gm)]
      .map(([, name]) => name!)
      .filter((name) => /^[a-z ]+$/.test(name));
    expect(listed).toEqual(commands.map(({ name }) => name));
  });

  it('lists in the README the settings that there are', () => {
    expect(readme).toContain(configTable());
  });

  it('shows in the guides the pictures that the tests in a browser take, each told in words too', () => {
    const guide = join(project, 'docs/guide');
    const shown = pages
      .filter((page) => dirname(page) === guide)
      .flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/!\[([^\]]*)\]\(pictures\/([^)]+)\.png\)/g)])
      .map(([, words, name]) => ({ words: words!, name: name! }));
    expect(shown.filter(({ words }) => words.length < 30)).toEqual([]);
    const there = readdirSync(join(guide, 'pictures')).map((file) => file.replace(/\.png$/, ''));
    expect(new Set(shown.map(({ name }) => name))).toEqual(new Set(guidePictures));
    expect(new Set(there)).toEqual(new Set(guidePictures));
  });
});
