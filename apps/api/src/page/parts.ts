import { type Html, html } from '@kull/http';
import { number } from './format';

/** One figure with its word. */
export const figure = (value: Html | string, word: string): Html =>
  html`<div class="figure"><dt>${word}</dt><dd>${value}</dd></div>`;

export const figures = (...items: readonly Html[]): Html => html`<dl class="figures">${items}</dl>`;

/** A bar beside its numbers; it says nothing that the numbers do not say. */
export const bar = (part: number, whole: number): Html => {
  const width = whole > 0 ? Math.min(100, Math.round((part / whole) * 1000) / 10) : 0;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="8"/><rect class="${width >= 100 ? 'full' : 'fill'}" width="${width}" height="8"/></svg>`;
};

export const outOf = (part: number, whole: number): Html => html`<b>${number(part)}</b> av ${number(whole)}`;

/** A section with its heading; without content it says what to do next. */
export const section = (id: string, title: string, content: Html | undefined, emptyText: Html): Html => html`
<section class="card ${id}" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content ?? html`<p class="empty">${emptyText}</p>`}
</section>`;
