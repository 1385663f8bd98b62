import { useInfiniteQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { CloudEvent } from '../../../../api/src/events/cloud-event';
import type { LatestEvents } from '../../../../api/src/events/events.controller';
import { get } from '../../api/client';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { useUrlState } from '../../kit/url-state';
import { useStaffNames } from '../accounts/account-queries';
import './log.css';
import { More } from './more';
import { t } from './texts';

/** `no.bi.kull.certificate.issued.v1` → `certificate.issued`: where it came from and the version are the same all over. */
const shortType = (type: string): string => type.replace(/^no\.bi\.kull\./, '').replace(/\.v\d+$/, '');

/** What the service takes in one cell. */
const MAX_CELL = 32_767;

/** Never cut: half of an event would be another event. */
const inCell = (text: string, sequence: string): string => (text.length > MAX_CELL ? t.tooLong(sequence) : text);

const columnsWith = (
  nameOf: (code: string) => string,
  only: (subject: string) => void,
): readonly Column<CloudEvent>[] => [
  { key: 'nr', header: t.columns.no, isNumber: true, cell: ({ sequence }) => sequence },
  {
    key: 'nar',
    header: t.columns.when,
    cell: ({ time }) => dayAndTime(time),
    file: [{ type: 'instant', value: ({ time }) => time }],
  },
  { key: 'hva', header: t.columns.what, isName: true, cell: ({ type }) => shortType(type) },
  {
    key: 'om',
    header: t.columns.about,
    cell: ({ subject }) => (
      <button type="button" class="ds-link subject" aria-label={t.onlySubject(subject)} onClick={() => only(subject)}>
        {subject}
      </button>
    ),
    file: [{ value: ({ subject }) => subject }],
  },
  { key: 'hvem', header: t.columns.who, cell: ({ actor }) => nameOf(actor) },
  {
    key: 'innhold',
    header: t.columns.data,
    cell: ({ data, sequence }) => (
      <details>
        <summary aria-label={`${t.show} ${sequence}`}>{t.show}</summary>
        <pre class="event-data">{JSON.stringify(data, null, 2)}</pre>
      </details>
    ),
    file: [{ value: ({ data, sequence }) => inCell(JSON.stringify(data), sequence) }],
  },
];

/** `/logg`: the log itself, backwards, for whoever watches over it. */
const Log = () => {
  const [subject, setSubject] = useUrlState('om');
  const nameOf = useStaffNames();
  const log = useInfiniteQuery({
    queryKey: ['overview', 'log', subject ?? ''],
    queryFn: ({ pageParam }) => get<LatestEvents>('/events/latest', { subject, before: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Page
      title={t.title}
      acts={
        <>
          <Link class="ds-button" data-variant="secondary" href="/logg/stoppet">
            {t.stopped}
          </Link>
          <Link class="ds-button" data-variant="secondary" href="/logg/innsyn">
            {t.reads.title}
          </Link>
        </>
      }
    >
      <p class="ds-paragraph">{t.intro}</p>
      {subject !== undefined && (
        <p class="ds-paragraph">
          {t.onlySubject(subject)}{' '}
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setSubject(undefined)}>
            {t.allSubjects}
          </button>
        </p>
      )}
      <Loaded of={log}>
        {({ pages }) => (
          <>
            <Table
              caption={t.title}
              rows={pages.flatMap(({ data }) => data)}
              columns={columnsWith(nameOf, setSubject)}
              rowKey={({ id }) => id}
              tools={{ name: subject === undefined ? t.title : `${t.title} ${subject}` }}
              empty={t.none}
            />
            <More of={log} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default Log;
