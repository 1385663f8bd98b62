import { useInfiniteQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { PersonRead } from '../../../../../libs/people/src/reads/reads';
import { get } from '../../api/client';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { useUrlState } from '../../kit/url-state';
import { useStaffNames } from '../accounts/account-queries';
import { t as accountTexts } from '../accounts/account-texts';
import { More } from './more';
import { t } from './texts';

interface ReadsPage {
  readonly data: readonly PersonRead[];
  readonly nextCursor: string | null;
}

/** `/logg/innsyn`: who has looked at whom (reliability.md S29), of one reader or of one person. */
const PersonReads = () => {
  const [reader, setReader] = useUrlState('konto');
  const [person, setPerson] = useUrlState('person');
  const nameOf = useStaffNames();
  const reads = useInfiniteQuery({
    queryKey: ['people', 'reads', reader ?? '', person ?? ''],
    queryFn: ({ pageParam }) => get<ReadsPage>('/reads', { reader, person, cursor: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const columns: readonly Column<PersonRead>[] = [
    {
      key: 'nar',
      header: t.reads.columns.when,
      cell: ({ at }) => dayAndTime(at),
      file: [{ type: 'instant', value: ({ at }) => at }],
    },
    { key: 'hvem', header: t.reads.columns.reader, isName: true, cell: (one) => nameOf(one.reader) },
    { key: 'som', header: t.reads.columns.as, cell: ({ role }) => accountTexts.roles[role] ?? role },
    {
      key: 'hva',
      header: t.reads.columns.what,
      cell: ({ operation }) => <code>{operation}</code>,
      file: [{ value: ({ operation }) => operation }],
    },
    {
      key: 'person',
      header: t.reads.columns.person,
      cell: ({ personId }) => <code>{personId}</code>,
      file: [{ value: ({ personId }) => personId }],
    },
  ];
  return (
    <Page
      title={t.reads.title}
      trail={
        <Link class="ds-link" href="/logg">
          {t.title}
        </Link>
      }
    >
      <p class="ds-paragraph">{t.reads.intro}</p>
      <form
        class="acts"
        onSubmit={(event) => {
          event.preventDefault();
          const asked = new FormData(event.currentTarget);
          setReader(String(asked.get('konto') ?? '').trim());
          setPerson(String(asked.get('person') ?? '').trim());
        }}
      >
        <label class="ds-field">
          <span class="ds-label">{t.reads.reader}</span>
          <input class="ds-input" name="konto" defaultValue={reader} autocomplete="off" spellcheck={false} />
        </label>
        <label class="ds-field">
          <span class="ds-label">{t.reads.person}</span>
          <input class="ds-input" name="person" defaultValue={person} autocomplete="off" spellcheck={false} />
        </label>
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.reads.find}
        </button>
      </form>
      <Loaded of={reads}>
        {({ pages }) => (
          <>
            <Table
              caption={t.reads.title}
              rows={pages.flatMap(({ data }) => data)}
              columns={columns}
              rowKey={({ at, reader: by, operation, personId }) => `${at} ${by} ${operation} ${personId}`}
              tools={{ name: t.reads.title }}
              empty={t.reads.none}
            />
            <More of={reads} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default PersonReads;
