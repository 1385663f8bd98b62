const numbers = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });
const instants = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'Europe/Oslo',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `1 296`, `7,5`, with a no-break space. */
export const number = (value: number): string => numbers.format(value).replaceAll('-', '−');

/** `12. mars 2027 kl. 09:00`, in Norway. */
export const instant = (value: string): string => instants.format(new Date(value));

/** `1 plass`, `2 plasser`. */
export const counted = (value: number, one: string, many: string): string =>
  `${number(value)}\u00a0${value === 1 ? one : many}`;
