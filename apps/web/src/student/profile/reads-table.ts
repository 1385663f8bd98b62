import type { PersonRead } from '@kull/people';
import type { TableDefinition } from '@kull/tables';
import type { Language } from '../../kit/language';
import { readsTexts } from './reads-texts';

/** Everybody who has looked at a student, as a file: in the words of the page. */
export const readsTable = (language: Language, nameOf: (account: string) => string): TableDefinition<PersonRead> => {
  const { title, when, who, as, what, roles, operations, something } = readsTexts[language];
  return {
    name: title,
    columns: [
      { key: 'read_at', title: when, type: 'instant', value: ({ at }) => at },
      { key: 'reader', title: who, type: 'text', width: 28, value: ({ reader }) => nameOf(reader) },
      { key: 'role', title: as, type: 'text', width: 24, value: ({ role }) => roles[role] ?? role },
      {
        key: 'what',
        title: what,
        type: 'text',
        width: 44,
        value: ({ operation }) => operations[operation] ?? something,
      },
    ],
  };
};
