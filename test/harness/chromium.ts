import { type Browser, chromium } from 'playwright-core';

/**
 * The browser's own frame is made of pages: without these, each window of a test draws them in a process of their own,
 * a third of what a short visit costs. The second list is what Playwright turns off; Chromium heeds the last one given.
 */
const OFF = [
  ...['InitialWebUI', 'WebUIReloadButton', 'WebUIToolbar', 'WebUIOmniboxPopup', 'PreloadTopChromeWebUI'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'OptimizationHints', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'PreconnectToSearch'],
  ...['DestroyProfileOnBrowserClose', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
].join(',');

/** The system's Chromium, quiet: it asks nobody for anything by itself. */
export const launchChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.KULL_CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${OFF}`,
      ...more,
    ],
  });
