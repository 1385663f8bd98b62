import type { ComponentChildren } from 'preact';

/** What is wider than a phone, and is reached by the keyboard. */
export const Scrolling = ({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways
  <section class="scrolls" tabIndex={0} aria-labelledby={labelledBy}>
    {children}
  </section>
);
