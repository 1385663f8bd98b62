import { useState } from 'preact/hooks';
import type { StudentOfClass, TimelineEntry } from '../../../../api/src/persons/timeline/timeline-view';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { undoMove } from '../../students/undo-move';
import { useTimeline } from './person-queries';
import { t } from './person-texts';

const SHOWN_FIRST = 15;
/** What was told within a day of happening is told when it happened. */
const LATE_MS = 86_400_000;

/** Actors that are programs of ours. */
const SYSTEM = new Set(['worker', 'reaction', 'import', 'timer']);

const whoWords = ({ by: { code, name, isThePerson } }: TimelineEntry): string => {
  if (isThePerson) return t.self;
  return name ?? (SYSTEM.has(code) ? t.system : code);
};

/** «Angre» in the log (ux.md 0.1): puts the student back where they were. */
const UndoMove = ({ of: { classId, studentNo }, what }: { readonly of: StudentOfClass; readonly what: string }) => {
  const toast = useToast();
  const act = useAct((_: undefined, key) =>
    undoMove(classId, studentNo, key).then(() => toast({ text: t.moveUndone })),
  );
  return (
    <div class="undo">
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        disabled={act.isSending}
        aria-label={`${t.undo}: ${what}`}
        onClick={() => void act.run(undefined)}
      >
        {t.undo}
      </button>
      {act.problem && <ProblemNote error={act.problem} />}
    </div>
  );
};

const Entry = ({ of }: { readonly of: TimelineEntry }) => {
  const isLate = Date.parse(of.recordedAt) - Date.parse(of.at) > LATE_MS;
  return (
    <li>
      <time dateTime={of.at}>{dayAndTime(of.at)}</time>
      <span>{inLanguage(of.text)}</span>
      <span class="by">
        {whoWords(of)}
        {of.from && `, ${t.from(inLanguage(of.from))}`}
        {isLate && ` · ${t.told(dayAndTime(of.recordedAt))}`}
      </span>
      {of.undo && <UndoMove of={of.undo} what={inLanguage(of.text)} />}
    </li>
  );
};

/** Everything that happened, the newest first: what, when, by whom, from where. */
export const PersonTimeline = ({ of }: { readonly of: string }) => {
  const timeline = useTimeline(of);
  const [isAll, setAll] = useState(false);
  return (
    <section class="stack" aria-labelledby="skjedd">
      <h2 class="ds-heading" data-size="xs" id="skjedd">
        {t.timeline}
      </h2>
      <Loaded of={timeline}>
        {({ data }) =>
          data.length === 0 ? (
            <p class="empty">{t.nothing}</p>
          ) : (
            <>
              <ol class="timeline">
                {data.slice(0, isAll ? data.length : SHOWN_FIRST).map((one) => (
                  <Entry key={`${one.position}${one.type}`} of={one} />
                ))}
              </ol>
              {!isAll && data.length > SHOWN_FIRST && (
                <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setAll(true)}>
                  {t.more(data.length)}
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
};
