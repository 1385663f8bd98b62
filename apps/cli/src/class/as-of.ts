import type { Call } from '../command';

/** The options of a command whose answer may be asked for as it was. */
export const asOfOptions = { 'known-at': { type: 'string' }, 'valid-on': { type: 'string' } } as const;

export const asOfHelp = [
  '--known-at TIDSPUNKT viser det som var kjent da (2027-02-17T12:00:00+01:00), --valid-on DAG det som gjaldt den dagen',
  '(2027-02-17). Uten dem: slik det er nå.',
].join('\n');

/** The query that asks for it: `?knownAt=…&validOn=…`, or nothing. */
export const asOfQuery = (call: Call): string => {
  const said = [
    ['knownAt', call.text('known-at')],
    ['validOn', call.text('valid-on')],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return said.length === 0 ? '' : `?${said.join('&')}`;
};

/** The same in words, after a heading; blank when it is now. */
export const asOfWords = (call: Call): string =>
  [
    ['kjent', call.text('known-at')],
    ['gjeldende', call.text('valid-on')],
  ]
    .flatMap(([word, value]) => (value === undefined ? [] : [`, ${word} ${value}`]))
    .join('');
