import type { FileChooser, JSHandle, Locator, Page } from 'playwright-core';

/** Whose keyboard it is, and how often a key of it was pressed. */
export interface Keyboard {
  readonly page: Page;
  readonly effort: { presses: number };
}

const pressKey = async ({ page, effort }: Keyboard, key: string): Promise<void> => {
  effort.presses += 1;
  await page.keyboard.press(key);
};

const typeText = async ({ page, effort }: Keyboard, text: string): Promise<void> => {
  effort.presses += text.length;
  await page.keyboard.type(text);
};

/** Nothing on a page is further away than this, both ways taken together. */
const MOST_STEPS = 600;
const PATIENCE = 60_000;

/** A function that runs in the page, whose types the tests do not have. */
const inPage = (...given: readonly string[]): never => new Function(...given) as never;

/** Finds, from what an act names, that which takes the focus for it. */
const FOCUS_OF = inPage(
  'element',
  `return element.matches('label') ? element.control
    : element.closest('a[href], button, input, select, textarea, summary, [tabindex]') ?? element.closest('label')?.control ?? null`,
);

/**
 * Which key leads on from where the focus is. Within a group that has one stop for Tab (radio buttons,
 * tabs, a grid) it is an arrow, and Tab or Shift+Tab before it.
 */
const NEXT_KEY = inPage(
  'target',
  `const focus = document.activeElement;
  if (!target) return 'nowhere';
  if (!target.isConnected) return 'gone';
  if (focus === target) return 'there';
  const before = Boolean(target.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) && focus !== document.body;
  const groups = '[role=grid], [role=tablist], [role=toolbar], [role=menu], [role=listbox], [role=radiogroup], table';
  const isRadio = target.type === 'radio' && focus.type === 'radio' && target.name === focus.name && target.form === focus.form;
  if (isRadio) return before ? 'ArrowUp' : 'ArrowDown';
  const group = target.tabIndex < 0 && target.closest(groups);
  if (group && group.contains(focus) && focus !== group) {
    const [from, to] = [focus.getBoundingClientRect(), target.getBoundingClientRect()];
    if (Math.abs(from.top - to.top) > 4) return to.top < from.top ? 'ArrowUp' : 'ArrowDown';
    return to.left < from.left ? 'ArrowLeft' : 'ArrowRight';
  }
  return before ? 'Shift+Tab' : 'Tab';`,
);
const TYPE = inPage('element', 'return element.type');
const CHOSEN = inPage('select', 'return select.selectedIndex');
const INDEX_OF = inPage(
  'select',
  'option',
  `return [...select.options].findIndex((one, index) => typeof option === 'string'
    ? one.value === option || one.label === option
    : (option.index ?? index) === index && (option.label ?? one.label) === one.label && (option.value ?? one.value) === one.value)`,
);

const said = (locator: Locator): string => String(locator).slice(0, 200);

const focusOf = async (locator: Locator): Promise<JSHandle<unknown>> => {
  await locator.waitFor({ state: 'attached', timeout: PATIENCE });
  return locator.evaluateHandle(FOCUS_OF);
};

/** Goes with Tab, Shift+Tab and the arrows until the focus is on the element. What cannot be reached so is an error. */
const goTo = async (keyboard: Keyboard, locator: Locator): Promise<void> => {
  let target = await focusOf(locator);
  let last = '';
  let turns = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const key = String(await target.evaluate(NEXT_KEY));
    if (key === 'there') return;
    if (key === 'nowhere') break;
    if (key === 'gone') target = await focusOf(locator);
    else {
      // Past it on the one side and then on the other: Tab does not stop there.
      if (last.endsWith('Tab') && key.endsWith('Tab') && key !== last && ++turns > 4) break;
      last = key;
      await pressKey(keyboard, key);
    }
  }
  const focus = String(await keyboard.page.evaluate('document.activeElement?.outerHTML.slice(0, 200)'));
  throw new Error(`${said(locator)} cannot be reached by keyboard; the focus is on ${focus}`);
};

const enabled = async (locator: Locator): Promise<void> => {
  await locator.waitFor({ timeout: PATIENCE });
  const end = Date.now() + PATIENCE;
  while (!(await locator.isEnabled())) {
    if (Date.now() > end) throw new Error(`${said(locator)} cannot be used`);
    await new Promise((go) => setTimeout(go, 20));
  }
};

const press = async (keyboard: Keyboard, locator: Locator): Promise<void> => {
  await enabled(locator);
  await goTo(keyboard, locator);
  const type = String(await keyboard.page.evaluate('document.activeElement.type'));
  const isChoice = type === 'checkbox' || type === 'radio';
  const isChosen = type === 'radio' && (await keyboard.page.evaluate('document.activeElement.checked'));
  // The arrow that led to a radio button has chosen it.
  if (!isChosen) await pressKey(keyboard, isChoice ? 'Space' : 'Enter');
};

const setTo = async (keyboard: Keyboard, locator: Locator, checked: boolean): Promise<void> => {
  if ((await locator.isChecked()) !== checked) await press(keyboard, locator);
};

/** A date's parts in the order of the browser's own language, which no page knows. */
const typeDate = async (keyboard: Keyboard, locator: Locator, value: string): Promise<void> => {
  const [year = '', month = '', day = ''] = value.split('-');
  for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
    await typeText(keyboard, digits);
    if ((await locator.inputValue()) === value) return;
    for (let part = 0; part < 3; part++) await pressKey(keyboard, 'ArrowLeft');
  }
  throw new Error(`${said(locator)} does not take ${value} by keyboard`);
};

const fill = async (keyboard: Keyboard, locator: Locator, value: string): Promise<void> => {
  await enabled(locator);
  await goTo(keyboard, locator);
  if (String(await locator.evaluate(TYPE)) === 'date') return typeDate(keyboard, locator, value);
  await pressKey(keyboard, 'Control+A');
  await (value === '' ? pressKey(keyboard, 'Delete') : typeText(keyboard, value));
};

const pressOn = async (keyboard: Keyboard, locator: Locator, key: string): Promise<void> => {
  await enabled(locator);
  await goTo(keyboard, locator);
  await pressKey(keyboard, key);
};

const typeOn = async (keyboard: Keyboard, locator: Locator, text: string): Promise<void> => {
  await enabled(locator);
  await goTo(keyboard, locator);
  await typeText(keyboard, text);
};

type Option = string | { readonly index?: number; readonly label?: string; readonly value?: string };

const selectOption = async (keyboard: Keyboard, locator: Locator, option: Option): Promise<void> => {
  await enabled(locator);
  await goTo(keyboard, locator);
  const wanted: number = await locator.evaluate(INDEX_OF, option);
  const at = (): Promise<number> => locator.evaluate(CHOSEN);
  for (let now = await at(); now !== wanted; ) {
    await pressKey(keyboard, now < wanted ? 'ArrowDown' : 'ArrowUp');
    const then = await at();
    if (then === now) throw new Error(`${said(locator)} does not go to ${JSON.stringify(option)} by keyboard`);
    now = then;
  }
};

/** A page that has only just come may put a fresh field in the place of the one that had the focus: then once more. */
const chooseFile = async (keyboard: Keyboard, locator: Locator, files: Parameters<Locator['setInputFiles']>[0]) => {
  const opened = async (tries: number): Promise<FileChooser> => {
    await goTo(keyboard, locator);
    const chooser = keyboard.page.waitForEvent('filechooser', { timeout: tries > 1 ? 5_000 : PATIENCE });
    const found = chooser.catch((fault: Error) => fault);
    await pressKey(keyboard, 'Enter');
    const one = await found;
    if (!(one instanceof Error)) return one;
    if (tries > 1) return opened(tries - 1);
    throw one;
  };
  await (await opened(3)).setFiles(files);
};

/** Acts of Playwright's on an element, done with a keyboard alone; those that are not here are looking. */
export const BY_KEYBOARD: Readonly<
  Record<string, (keyboard: Keyboard, locator: Locator, ...given: readonly never[]) => Promise<unknown>>
> = {
  click: press,
  tap: press,
  check: (keyboard, locator) => setTo(keyboard, locator, true),
  uncheck: (keyboard, locator) => setTo(keyboard, locator, false),
  fill,
  focus: goTo,
  press: pressOn,
  pressSequentially: typeOn,
  selectOption,
  setInputFiles: chooseFile,
};
