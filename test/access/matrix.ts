import { operations } from './operations';
import { pages } from './pages';

export const subjects = [
  '-',
  'class',
  'course',
  'absence',
  'feed',
  'certificate',
  'person',
  'export',
  'webhook',
  'application',
  'offer',
] as const;
export type Subject = (typeof subjects)[number];

/** One route. */
export interface Line {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** `GET /api/v1/classes`. */
  readonly route: string;
  readonly subject: Subject;
  /** Roles, or `everybody`. */
  readonly may: readonly string[];
}

const lineOf = (text: string): Line => {
  const [route = '', subject = '', may = ''] = text.split('|').map((part) => part.trim());
  const [method, path] = route.split(/\s+/);
  if (!subjects.some((one) => one === subject) || may === '') throw new Error(`not a line of the matrix: ${text}`);
  return {
    method: method as Line['method'],
    path: path!,
    route: `${method} ${path}`,
    subject: subject as Subject,
    may: may.split(' '),
  };
};

export const matrix: readonly Line[] = `${pages}${operations}`
  .split('\n')
  .filter((text) => text.trim() !== '')
  .map(lineOf);
