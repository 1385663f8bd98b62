import type { Directory, DirectoryEntry } from '../../../api/src/persons/directory';
import { get } from '../api/client';

/** Everybody, asked for once and kept: the search looks in this and never waits for the network. */
export const directoryQuery = {
  queryKey: ['people', 'directory'],
  queryFn: () => get<Directory>('/persons'),
} as const;

/** Where somebody's page is: under the number that people use, which is never a national id. */
export const personAddress = ({ personId, students, applications }: DirectoryEntry): string =>
  `/personer/${encodeURIComponent(students[0]?.studentNo ?? applications[0]?.applicationNo ?? personId)}`;
