import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { directoryQuery, personAddress } from '../../persons/directory';
import { t } from './reminder-texts';

const STAFF = 'staff:';

interface Recipients {
  readonly nameOf: (of: string) => string;
  /** Whom a row is about; undefined: a member of staff, or somebody who has only begun to apply. */
  readonly personOf: (of: string) => { readonly personId: string } | undefined;
}

/** What a file of a list says of recipients. */
export const useRecipients = (): Recipients => {
  const { data } = useQuery(directoryQuery);
  const persons = new Map(data?.data.map((one) => [one.personId, one]) ?? []);
  return {
    nameOf: (of) => {
      const name = persons.get(of)?.name;
      if (name) return `${name.familyName}, ${name.givenNames}`;
      if (of === 'office') return t.office;
      return of.startsWith(STAFF) ? `${t.staff} ${of.slice(STAFF.length)}` : of;
    },
    personOf: (of) => (persons.has(of) ? { personId: of } : undefined),
  };
};

/** To whom: a person by name, a member of staff by their code, or the office. */
export const Recipient = ({ of }: { readonly of: string }) => {
  const { data } = useQuery(directoryQuery);
  const person = data?.data.find(({ personId }) => personId === of);
  if (person) {
    const { name } = person;
    return (
      <Link class="ds-link" href={personAddress(person)}>
        {name ? `${name.familyName}, ${name.givenNames}` : of}
      </Link>
    );
  }
  if (of === 'office') return t.office;
  return of.startsWith(STAFF) ? `${t.staff} ${of.slice(STAFF.length)}` : <code>{of}</code>;
};
