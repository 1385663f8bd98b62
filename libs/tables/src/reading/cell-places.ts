import { LIMITS } from './refusal';

/** The attribute of a row or a cell that says where it is: `r="7"`, `x:r="B7"`; the name space `xmlns:r` says nothing. */
const placeAttribute = /(?<![\w.-]|(?<![\w.:-])xmlns:)r=(?=["'])/g;
/** At most two letters and five digits: up to column ZZ and row 99999. */
const nearPlace = /(["'])(?:[A-Z]{1,2})?[1-9]\d{0,4}\1/y;
/** Signs of the longest such attribute, and of what must be seen before it. */
const LONGEST = 11;
const BEFORE = 8;

/**
 * Watches the XML of a sheet as it is inflated: true while its rows and cells are not too many and lie where a list may
 * be. The parser fills the room before each with empty cells, so that one cell at `ZZZZZZZ1` would take all memory,
 * and with it the process. Sees every such attribute that the parser can see; one in a text is taken for one as well.
 */
export const watchPlaces = (): ((piece: Uint8Array, last: boolean) => boolean) => {
  let seen = '';
  /** Attributes that begin before this sign of `seen` were looked at; the others may go on in the next piece. */
  let decided = 0;
  let places = 0;
  return (piece, last) => {
    const text = seen + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
    const end = last ? text.length : Math.max(decided, text.length - LONGEST + 1);
    for (const { index } of text.matchAll(placeAttribute)) {
      if (index < decided || index >= end) continue;
      nearPlace.lastIndex = index + 2;
      places += 1;
      if (places > LIMITS.places || !nearPlace.test(text)) return false;
    }
    const from = Math.max(0, end - BEFORE);
    seen = text.slice(from);
    decided = end - from;
    return true;
  };
};
