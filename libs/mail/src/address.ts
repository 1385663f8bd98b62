import { domainToASCII } from 'node:url';

/** Lengths of RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;
const LONGEST_ADDRESS = 254;

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

const asciiDomain = (domain: string): string | undefined => {
  // Only letters, digits, hyphens and dots may reach the conversion: it drops and maps other signs.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
  return isDomain && ascii.length <= LONGEST_DOMAIN ? ascii : undefined;
};

/**
 * The one address that the text is, its domain in ASCII; undefined when it is none: lists, groups, comments, quoted
 * local parts, domain literals and control characters are refused, not understood (reliability.md S06, E13).
 */
export const parseAddress = (text: string): string | undefined => {
  const parts = text.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || local === undefined || domain === undefined) return undefined;
  if (local.length > LONGEST_LOCAL_PART || !DOT_ATOM.test(local)) return undefined;
  const ascii = asciiDomain(domain);
  if (ascii === undefined || local.length + 1 + ascii.length > LONGEST_ADDRESS) return undefined;
  return `${local}@${ascii}`;
};

/** Who a letter is from, as it is shown. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** `Handelshøyskolen BI <kull@bi.example.no>`; undefined when it is not one name and one address. */
export const parseMailbox = (text: string): Mailbox | undefined => {
  const found = /^\s*"?([^"<>\p{Cc}]{1,100}?)"?\s*<([^<>]+)>\s*$/u.exec(text);
  const address = found?.[2] === undefined ? undefined : parseAddress(found[2]);
  return found?.[1] && address ? { name: found[1].trim(), address } : undefined;
};
