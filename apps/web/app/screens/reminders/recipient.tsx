import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { directoryQuery, personAddress } from '../../persons/directory';
import { t } from './reminder-texts';

const STAFF = 'staff:';

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
