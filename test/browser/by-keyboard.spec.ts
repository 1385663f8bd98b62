import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { countedPage, noEffort } from './effort';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());

/** A page of somebody who has no pointer. */
const withoutPointer = async (content: string, effort = noEffort()): Promise<Page> => {
  const page = await browser.newPage();
  await page.setContent(`<title>Prøve</title>${content}`);
  return countedPage(page, Object.assign(effort, { byKeyboard: true }));
};

describe('acts without a pointer', () => {
  it('press, choose, type and turn back', async () => {
    const page = await withoutPointer(`
      <button id="first" onclick="said.value += 'first '">Første</button>
      <fieldset><label><input type="radio" name="r" value="a"> A</label><label><input type="radio" name="r" value="b"> B</label></fieldset>
      <label>Dag <input type="date" id="day"></label>
      <label>Hvem <select id="who"><option>Ingen</option><option>Kari</option><option>Ola</option></select></label>
      <label><input type="checkbox" id="sure"> Sikker</label>
      <label>Navn <input id="name" value="gammelt"></label>
      <output id="said"></output>`);
    await page.getByLabel('Navn').fill('Ny');
    await page.getByRole('button', { name: 'Første' }).click();
    await page.getByLabel('B', { exact: true }).check();
    await page.getByLabel('Dag').fill('2026-05-20');
    await page.getByLabel('Hvem').selectOption('Ola');
    await page.getByText('Sikker').click();
    const said = `[said.value, document.querySelector('[name=r]:checked').value, day.value, who.value, sure.checked, document.getElementById('name').value]`;
    expect(await page.evaluate(said)).toEqual(['first ', 'b', '2026-05-20', 'Ola', true, 'Ny']);
    await page.close();
  });

  it('count every press, also of what is done by keys anyway', async () => {
    const effort = noEffort();
    const page = await withoutPointer('<button>A</button><input aria-label="Navn"><button>B</button>', effort);
    await page.getByLabel('Navn').press('x');
    await page.keyboard.type('yz');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('[document.querySelector("input").value, document.activeElement.textContent]')).toEqual([
      'xyz',
      'A',
    ]);
    // Twice Tab, x, y, z, and back.
    expect(effort.presses).toBe(6);
    await page.close();
  });

  it.each([
    [
      'what only a pointer can press',
      '<button>A</button><div id="x" onclick="this.remove()">Slett</div><button>B</button>',
    ],
    ['what Tab passes over', '<button>A</button><button id="x" tabindex="-1">Slett</button><button>B</button>'],
    [
      'what is shut in elsewhere',
      '<button>A</button><button id="x">Slett</button><dialog open inert></dialog><script>x.inert = true</script>',
    ],
  ])('do not reach %s', async (_, content) => {
    const page = await withoutPointer(content);
    await expect(page.locator('#x').click()).rejects.toThrow(/cannot be reached by keyboard/);
    await page.close();
  });
});
