import './said.css';
import type { Said } from './words';

/** A sign and its word. */
export const SaidTag = ({ said: { sign, text, tone } }: { readonly said: Said }) => (
  <span class="said" data-tone={tone}>
    <span aria-hidden="true">{sign}</span> {text}
  </span>
);
