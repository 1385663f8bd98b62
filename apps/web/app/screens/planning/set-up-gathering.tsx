import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { ClassDetails } from '../../../../../libs/teaching/src/http/class-details';
import type { SetUpPreviewView } from '../../../../../libs/teaching/src/http/set-up-view';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number as written } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { AttendanceShiftLines } from './attendance-shift-lines';
import { useCohortNames } from './cohort-names';
import type { CohortNamed } from './findings';
import { changed, daysOf, type GatheringChange } from './gathering-days';
import { GatheringFields } from './gathering-fields';
import { PreviewHead } from './preview-head';
import { refusalReasons } from './refusal-reasons';
import { isWholeDay, longSpan, span } from './spans';
import { ToldList, touchedBy } from './told-list';

const t = inLanguage({
  nb: {
    title: (n: number, code: string) => `Sett opp samling ${n} i ${code} igjen`,
    was: 'Avlyst. Den skulle vært',
    act: 'Sett opp',
    count: (n: string) => `Sett opp · ${n} berøres`,
    done: (n: number, code: string, days: string) => `Samling ${n} i ${code} er satt opp igjen, ${days}.`,
    head: 'Dette skjer',
    calendar: (n: string) => `Tilbake i kalenderen til alle dem, og i klassens: ${n} kalendere.`,
    reminder: (days: number, at: string) => `Påminnelsen ${days} dager før sendes ${at}.`,
    guests: 'Gjester som mistet plassen, får den ikke tilbake av seg selv.',
    left: (left: number, of: number) => `Klassen får ${left} av ${of} samlinger på planen.`,
    refused: 'Samlingen kan ikke settes opp der.',
    reasons: {
      IN_THE_PAST: 'Den ville ha begynt før i dag. Velg en annen første dag.',
      GATHERING_DIFFERS: 'Den er satt opp igjen alt.',
    },
  },
  nn: {
    title: (n: number, code: string) => `Set opp samling ${n} i ${code} igjen`,
    was: 'Avlyst. Ho skulle vore',
    act: 'Set opp',
    count: (n: string) => `Set opp · gjeld ${n}`,
    done: (n: number, code: string, days: string) => `Samling ${n} i ${code} er sett opp igjen, ${days}.`,
    head: 'Dette skjer',
    calendar: (n: string) => `Tilbake i kalenderen til alle dei, og i klassen sin: ${n} kalendrar.`,
    reminder: (days: number, at: string) => `Påminninga ${days} dagar før blir send ${at}.`,
    guests: 'Gjester som mista plassen, får han ikkje tilbake av seg sjølv.',
    left: (left: number, of: number) => `Klassen får ${left} av ${of} samlingar på planen.`,
    refused: 'Samlinga kan ikkje setjast opp der.',
    reasons: {
      IN_THE_PAST: 'Ho ville ha byrja før i dag. Vel ein annan første dag.',
      GATHERING_DIFFERS: 'Ho er sett opp igjen alt.',
    },
  },
  en: {
    title: (n: number, code: string) => `Set up gathering ${n} of ${code} again`,
    was: 'Called off. It was to be',
    act: 'Set up',
    count: (n: string) => `Set up · touches ${n}`,
    done: (n: number, code: string, days: string) => `Gathering ${n} of ${code} is set up again, ${days}.`,
    head: 'What happens',
    calendar: (n: string) => `Back in the calendar of all of them, and of the class: ${n} calendars.`,
    reminder: (days: number, at: string) => `The reminder ${days} days before is sent ${at}.`,
    guests: 'Guests who lost their seat do not get it back by themselves.',
    left: (left: number, of: number) => `The class will have ${left} of ${of} gatherings on its plan.`,
    refused: 'The gathering cannot be set up there.',
    reasons: {
      IN_THE_PAST: 'It would have begun before today. Choose another first day.',
      GATHERING_DIFFERS: 'It is set up again already.',
    },
  },
});

interface PreviewProps {
  readonly of: SetUpPreviewView;
  readonly number: number;
  readonly programme: string;
  readonly cohortNamed: CohortNamed;
}

const Preview = ({ of, number: at, programme, cohortNamed }: PreviewProps) => {
  const { refusal, consequences } = of;
  return (
    <>
      <PreviewHead
        refused={refusal ? { what: t.refused, why: refusalReasons(of, at, cohortNamed, t.reasons) } : undefined}
        warnings={of.warnings}
      />
      {!refusal && consequences && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t.head}
          </h3>
          <ToldList of={consequences} programme={programme} calendar={t.calendar(written(consequences.calendarFeeds))}>
            {(remindersAreOn) => (
              <>
                {remindersAreOn &&
                  consequences.reminders.map(({ daysBefore, at: when }) => (
                    <li key={daysBefore}>{t.reminder(daysBefore, dayAndTime(when))}</li>
                  ))}
                <AttendanceShiftLines of={consequences.attendance} />
                <li>{t.left(consequences.gatherings.left, consequences.gatherings.of)}</li>
                <li>{t.guests}</li>
              </>
            )}
          </ToldList>
        </>
      )}
    </>
  );
};

interface SetUpProps {
  readonly details: ClassDetails;
  readonly number: number;
  readonly onClose: () => void;
}

/** Sets up a gathering again that was called off, after showing whom it touches and what it does to attendance. */
export const SetUpGathering = ({ details: of, number, onClose }: SetUpProps) => {
  const toast = useToast();
  const cohortNamed = useCohortNames(of.intake ?? of.code);
  const [change, setChange] = useState<GatheringChange>({});
  const at = `/classes/${of.id}/gatherings`;
  const ask = (wanted: object) => () => send<SetUpPreviewView>(`${at}/${number}/set-up-previews`, { json: wanted });
  // As it was called off: what the fields begin with.
  const before = useQuery({
    queryKey: ['teaching', 'set-up', of.id, number],
    queryFn: ask({ days: 0 }),
    retry: false,
  });
  const there = before.data?.gathering;
  const isWhole = change.startsOn === undefined || isWholeDay(change.startsOn);
  const wanted = there && isWhole ? changed(there, change) : undefined;
  const preview = useQuery({
    queryKey: ['teaching', 'set-up', of.id, number, wanted],
    queryFn: () => {
      const { title, venue, sessions } = wanted!;
      return ask({ gathering: { title, venue, sessions } })();
    },
    enabled: wanted !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const act = useAct<{ readonly to: object | undefined; readonly seen: number | undefined }>(
    async ({ to, seen }, key) => {
      await send(at, { json: to, key, seen });
      toast({ text: t.done(number, of.code, span(daysOf(wanted!))) });
    },
  );
  const seen = preview.isPlaceholderData ? undefined : preview.data;
  const isReady = seen !== undefined && seen.refusal === null && seen.consequences !== null;
  return (
    <Confirm
      title={t.title(number, of.code)}
      onClose={onClose}
      onDone={onClose}
      act={act}
      input={{ to: wanted, seen: seen?.version }}
      confirm={isReady ? t.count(written(touchedBy(seen.consequences!))) : t.act}
      isReady={isReady}
    >
      <Loaded of={before}>
        {({ gathering }) => (
          <>
            <p class="ds-paragraph">
              {t.was} {longSpan(daysOf(gathering))} · {gathering.venue}
            </p>
            <GatheringFields gathering={gathering} change={change} onChange={setChange} isWhereOpen={false} />
            <div class="stack" aria-live="polite">
              {isWhole && (
                <Loaded of={preview}>
                  {(found) => (
                    <Preview of={found} number={number} programme={of.programme.code} cohortNamed={cohortNamed} />
                  )}
                </Loaded>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Confirm>
  );
};
