import { AsOnDay, SaidDay, useListDay } from '../../kit/as-on-day';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import type { IntakeView } from './intake-data';
import { useWaiting, type WaitingView } from './rounds-data';
import { quotaWords } from './words';

const t = inLanguage({
  nb: {
    title: 'Ventelister',
    list: 'Liste',
    place: '#',
    applicant: 'Søker',
    moved: 'Flyttet seg',
    stayed: 'Står der listen begynte',
    round: 'runde',
    ACCEPTED: 'takket ja til en plass',
    DECLINED: 'takket nei og venter ikke lenger her',
    LAPSED: 'svarte ikke',
    empty: 'Det er ingen ventelister ennå. De blir til når første runde er avsluttet.',
    noneThen: 'Det var ingen ventelister da. Første runde var ikke avsluttet.',
    nobody: 'Ingen venter i denne listen.',
  },
  nn: {
    title: 'Ventelister',
    list: 'Liste',
    place: '#',
    applicant: 'Søkjar',
    moved: 'Flytta seg',
    stayed: 'Står der lista byrja',
    round: 'runde',
    ACCEPTED: 'takka ja til ein plass',
    DECLINED: 'takka nei og ventar ikkje lenger her',
    LAPSED: 'svara ikkje',
    empty: 'Det er ingen ventelister enno. Dei blir til når første runde er avslutta.',
    noneThen: 'Det var ingen ventelister då. Første runde var ikkje avslutta.',
    nobody: 'Ingen ventar i denne lista.',
  },
  en: {
    title: 'Waiting lists',
    list: 'List',
    place: '#',
    applicant: 'Applicant',
    moved: 'Moved',
    stayed: 'Where the list began',
    round: 'round',
    ACCEPTED: 'accepted a place',
    DECLINED: 'declined and waits no longer here',
    LAPSED: 'did not answer',
    empty: 'There are no waiting lists yet. They come when the first round is closed.',
    noneThen: 'There were no waiting lists then. The first round was not closed.',
    nobody: 'Nobody waits in this list.',
  },
});

const stepText = ({ from, to, cause, round, at }: WaitingView['moves'][number]): string =>
  `${from} → ${to}: ${t.round} ${round}, 1 ${t[cause]}${at ? ` (${dayAndTime(at)})` : ''}`;

const movesText = ({ moves }: WaitingView): string => (moves.length === 0 ? t.stayed : moves.map(stepText).join(' · '));

const Moves = ({ line: { moves, first, position } }: { readonly line: WaitingView }) =>
  moves.length === 0 ? (
    t.stayed
  ) : (
    <details>
      <summary>
        {first} → {position}
      </summary>
      <ul>
        {moves.map((step) => (
          <li key={step.from}>{stepText(step)}</li>
        ))}
      </ul>
    </details>
  );

/** Who waits for what, and the reason of every step up (peers.md W7). */
export const WaitingLists = ({ intake }: { readonly intake: IntakeView }) => {
  const [chosen, setChosen] = useUrlState('liste');
  const on = useListDay();
  const waiting = useWaiting(intake.id, on);
  return (
    <section class="stack" aria-labelledby="waiting-lists">
      <h2 class="ds-heading" data-size="xs" id="waiting-lists">
        {t.title}
      </h2>
      <div class="filters">
        <AsOnDay />
      </div>
      <SaidDay {...on} />
      <Loaded of={waiting}>
        {(lines) => {
          const lists = [...new Set(lines.map((line) => `${line.class} ${line.quota}`))];
          // A list that was chosen may not have been there on the day.
          const list = lists.find((one) => one === chosen) ?? lists[0];
          if (!list) return <div class="empty">{on.day === undefined ? t.empty : t.noneThen}</div>;
          const shown = lines.filter((line) => `${line.class} ${line.quota}` === list);
          return (
            <>
              <label class="ds-field narrow">
                <span class="ds-label">{t.list}</span>
                <select class="ds-input" value={list} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
                  {lists.map((key) => {
                    const [code = '', quota = 'GENERAL'] = key.split(' ');
                    const count = lines.filter((line) => `${line.class} ${line.quota}` === key).length;
                    return (
                      <option key={key} value={key}>
                        {code}, {quotaWords[quota as keyof typeof quotaWords]} ({number(count)})
                      </option>
                    );
                  })}
                </select>
              </label>
              <Table
                caption={t.title}
                isWalked={false}
                rows={shown}
                rowKey={({ applicationId }) => applicationId}
                empty={<p>{t.nobody}</p>}
                tools={{
                  name: [t.title, list, intake.code, on.day].filter(Boolean).join(' '),
                  person: ({ applicationId }) => ({ applicationId }),
                }}
                columns={[
                  { key: 'plass', header: t.place, isNumber: true, cell: ({ position }) => position },
                  {
                    key: 'soker',
                    header: t.applicant,
                    isName: true,
                    cell: ({ name, applicationNo }) => name ?? applicationNo,
                  },
                  {
                    key: 'flyttet',
                    header: t.moved,
                    file: [{ value: movesText }],
                    cell: (line) => <Moves line={line} />,
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
};
