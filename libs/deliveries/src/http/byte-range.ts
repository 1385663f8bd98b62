/** What a request wants of a file: all of it, a part (both ends count), or a part that is not there. */
export type WantedBytes =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: WantedBytes = { kind: 'whole' };
const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

const partOf = (first: number, last: number, size: number): WantedBytes =>
  first < size ? { kind: 'part', first, last: Math.min(last, size - 1) } : { kind: 'unsatisfiable' };

/**
 * Reads `Range` (RFC 9110 14): one range of bytes. Several, or what is no range, are answered with the whole, as is a
 * range whose `If-Range` names another state of the file than `etag`.
 */
export const wantedBytes = (
  { range, ifRange }: { readonly range?: string | undefined; readonly ifRange?: string | undefined },
  size: number,
  etag: string,
): WantedBytes => {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return WHOLE;
  const [, from, to] = ONE_RANGE.exec(range.trim().toLowerCase()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return WHOLE;
  if (from === '') {
    const length = Number(to);
    return length === 0 ? { kind: 'unsatisfiable' } : partOf(Math.max(0, size - length), size - 1, size);
  }
  if (to !== '' && Number(to) < Number(from)) return WHOLE;
  return partOf(Number(from), to === '' ? size - 1 : Number(to), size);
};
