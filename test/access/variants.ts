import type { Request } from './asks';

/** A request said in another way, that must not open anything (reliability.md 5.1). */
export interface Variant {
  readonly name: string;
  readonly request: Request;
  readonly headers?: Readonly<Record<string, string>>;
}

const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
const TYPES = [
  'application/json; charset=utf-8',
  'application/json\t; charset=utf-8',
  ' application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
];

/** The same request in the ways in which filters before the handler have been got round. */
export const variantsOf = (request: Request): readonly Variant[] => {
  const { url, method } = request;
  const [path = '', query] = url.split('?');
  const asked = (other: string): Request => ({ ...request, url: query === undefined ? other : `${other}?${query}` });
  const at = path.lastIndexOf('/');
  const spelled: (readonly [string, Request])[] = [
    ['trailing slash', asked(`${path}/`)],
    ['two slashes', asked(`/${path}`)],
    ['two slashes inside', asked(path.replace('/api/', '/api//'))],
    ['%2e%2e', asked(`/v/%2e%2e${path}`)],
    ['%2F', asked(`${path.slice(0, at)}%2F${path.slice(at + 1)}`)],
    [';x', asked(`${path};x`)],
    ['capitals', asked(path.toUpperCase())],
    ['first letter encoded', asked(`/%61${path.slice(2)}`)],
    ['query twice', asked(path)],
    ['OPTIONS', { ...request, method: 'OPTIONS' }],
  ];
  // Of a POST it would be the HEAD of another operation, a GET at the same address.
  if (method === 'GET') spelled.push(['HEAD', { ...request, method: 'HEAD' }]);
  const twice = query === undefined ? 'class=x&class=y' : `${query}&${query}`;
  return [
    ...spelled.map(([name, one]) => ({
      name,
      request: name === 'query twice' ? { ...one, url: `${path}?${twice}` } : one,
    })),
    ...OVERRIDES.map((header) => ({
      name: header,
      request: method === 'GET' ? request : { ...request, method: 'POST' as const },
      headers: { [header]: method === 'GET' ? 'DELETE' : 'GET' },
    })),
    ...(request.payload === undefined
      ? []
      : TYPES.map((type) => ({ name: type.trim(), request: { ...request, type } }))),
  ];
};
