import { LIMITS } from './refusal';

/** The attribute of a row or a cell that says where it is: `r="7"`, `r="B7"`. */
const placeAttribute = /(?<![\w.-])r=(?=["'])/g;
/** At most two letters and five digits: up to column ZZ and row 99999. */
const nearPlace = /(["'])(?:[A-Z]{1,2})?[1-9]\d{0,4}\1/y;
/** Signs of the longest such attribute. */
const LONGEST = 11;

/**
 * Watches the XML of a sheet as it is inflated: true while its rows and cells are not too many and lie where a list may
 * be. The parser fills the room before each with empty cells, so that one cell at `ZZZZZZZ1` would take all memory,
 * and with it the process. Sees every such attribute that the parser can see; one in a text is taken for one as well.
 */
export const watchPlaces = (): ((piece: Uint8Array, last: boolean) => boolean) => {
  let rest = '';
  let places = 0;
  return (piece, last) => {
    const text = rest + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
    rest = text.slice(-3);
    for (const { index } of text.matchAll(placeAttribute)) {
      if (!last && index + LONGEST > text.length) {
        rest = text.slice(Math.max(0, index - 1));
        break;
      }
      nearPlace.lastIndex = index + 2;
      places += 1;
      if (places > LIMITS.places || !nearPlace.test(text)) return false;
    }
    return true;
  };
};
