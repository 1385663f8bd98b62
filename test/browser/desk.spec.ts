import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { createDeskWorld, type DeskWorld } from '../harness/desk-world';
import { keepPicture, looks, overflows, violations, visit } from './visiting';

let world: DeskWorld;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.api.app.listen(0, '127.0.0.1');
  origin = await world.api.app.getUrl();
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe.each(looks)('the desk, $width px wide, $colorScheme', ({ width, colorScheme }) => {
  const see = (path: string, javaScriptEnabled = true) =>
    visit(browser, `${origin}${path}`, {
      width,
      colorScheme,
      headers: { cookie: world.cookie },
      javaScriptEnabled,
    });

  it.each([
    ['nb', 'Nytt siden sist: 2 leveringer', 'Etternavn: Testesen → Testesen Prøve', 'navnet er endret'],
    ['nn', 'Nytt sidan sist: 2 leveringar', 'Etternamn: Testesen → Testesen Prøve', 'namnet er endra'],
    ['en', 'New since last time: 2 deliveries', 'Family name: Testesen → Testesen Prøve', 'the name was changed'],
  ])('shows what is new and what it changes first, in %s, and is accessible', async (lang, ...texts) => {
    const { page, complaints } = await see(`/levering?lang=${lang}`);
    await keepPicture(page, `desk-${width}-${colorScheme}-${lang}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    for (const text of [...texts, 'Prøve, Ola']) expect(await page.getByText(text).first().isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(['nb', 'nn', 'en'])('shows one delivery, in %s, and is accessible', async (lang) => {
    const { page, complaints } = await see(`/levering/${world.second}?lang=${lang}`);
    await keepPicture(page, `delivery-${width}-${colorScheme}-${lang}`);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });

  it('looks a number up without a script, and shows that nobody has it', async () => {
    const { page } = await see('/levering', false);
    await page.fill('#nummer', '9 999 999');
    await page.keyboard.press('Enter');
    await page.getByText('Ingen kurs hos oss har det nummeret').waitFor();
    expect(page.url()).not.toContain('9999999');
    expect(await overflows(page)).toBe(false);
    await page.context().close();
  });
});
