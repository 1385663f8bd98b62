import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import { clockTime } from '../kit/dates';
import { Page } from '../kit/page';
import { inLanguage } from '../kit/texts';
import { useCamera } from './camera';
import { rightTime } from './clock';
import { decide } from './door-codes';
import type { DoorState } from './door-store';
import { registerKey, rosterKey } from './kept';
import { LineStatus } from './line-status';
import type { Place } from './orders';
import { isSignalOn, type Signal, signal, switchSignal } from './signals';
import { t as common } from './texts';
import { useDoor } from './use-door';

const t = inLanguage({
  nb: {
    title: 'Skann',
    noCamera:
      'Kameraet er ikke tilgjengelig. Gi siden lov til å bruke det, eller bruk en leser som skriver i feltet under.',
    code: 'Kode fra en leser',
    read: 'Les',
    already: 'merket fra før',
    UNKNOWN_CODE: 'Koden gjelder ingen i kullet',
    REVOKED_CODE: 'Koden er sperret. Studenten har fått en ny',
    NOT_A_CODE: 'Dette er ikke en dørkode',
    belongs: 'Hører til',
    markThere: 'Merk der',
    markedThere: 'Merkes i',
    noneThere: 'har ingen økt i dag. Send studenten til kontoret.',
    notFetched: 'Lista for denne døren er ikke hentet. Gå på nett, og åpne økten igjen.',
    sound: 'Lyd',
    vibration: 'Vibrer',
    scans: 'Skannet',
  },
  nn: {
    title: 'Skann',
    noCamera:
      'Kameraet er ikkje tilgjengeleg. Gje sida lov til å bruke det, eller bruk ein lesar som skriv i feltet under.',
    code: 'Kode frå ein lesar',
    read: 'Les',
    already: 'merkt frå før',
    UNKNOWN_CODE: 'Koden gjeld ingen i kullet',
    REVOKED_CODE: 'Koden er sperra. Studenten har fått ein ny',
    NOT_A_CODE: 'Dette er ikkje ein dørkode',
    belongs: 'Høyrer til',
    markThere: 'Merk der',
    markedThere: 'Blir merkt i',
    noneThere: 'har inga økt i dag. Send studenten til kontoret.',
    notFetched: 'Lista for denne døra er ikkje henta. Gå på nett, og opne økta igjen.',
    sound: 'Lyd',
    vibration: 'Vibrer',
    scans: 'Skanna',
  },
  en: {
    title: 'Scan',
    noCamera: 'The camera cannot be used. Allow this page to use it, or use a reader that types into the field below.',
    code: 'Code from a reader',
    read: 'Read',
    already: 'marked before',
    UNKNOWN_CODE: 'The code is of nobody in the cohort',
    REVOKED_CODE: 'The code is revoked. The student has a new one',
    NOT_A_CODE: 'This is not a door code',
    belongs: 'Belongs to',
    markThere: 'Mark there',
    markedThere: 'Marked in',
    noneThere: 'has no session today. Send the student to the office.',
    notFetched: 'The list of this door has not been fetched. Go online, and open the session again.',
    sound: 'Sound',
    vibration: 'Vibrate',
    scans: 'Scanned',
  },
});

/** One line of what was read, the newest first. */
interface Read {
  readonly code: string;
  readonly at: string;
  readonly isGood: boolean;
  readonly text: string;
  /** Where a student of another class can be marked. */
  readonly there?: Place & { readonly name: string };
}

/** The session of the other class that is on, or next, today. */
const sessionThere = ({ day, offset }: DoorState, classCode: string): Read['there'] => {
  const now = rightTime(offset);
  const found = day?.data.find(({ class: { code }, endsAt }) => code === classCode && endsAt > now);
  return (
    found && { classId: found.class.id, session: found.session, name: `${classCode} ${clockTime(found.startsAt)}` }
  );
};

const SHOWN = 6;
/** A code that is held up goes on being seen; so soon it is the same one. */
const SAME_MS = 4_000;

const SignalSwitch = ({ of }: { readonly of: Signal }) => {
  const [isOn, setOn] = useState(isSignalOn(of));
  return (
    <label class="choice-line">
      <input
        type="checkbox"
        class="ds-input"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          switchSignal(of, checked);
          setOn(checked);
        }}
      />
      {t[of]}
    </label>
  );
};

/** Codes held up to the camera, or typed by a reader, become marks at once; the decision needs no network (W14). */
const ScanScreen = () => {
  const { class: classId, session } = useParams() as { readonly class: string; readonly session: string };
  const place = useMemo((): Place => ({ classId, session }), [classId, session]);
  const [door, state] = useDoor();
  const [reads, setReads] = useState<readonly Read[]>([]);
  const reader = useRef<HTMLInputElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const last = useRef({ code: '', at: 0 });
  useEffect(() => {
    void door.watch(place);
  }, [place]);

  const rosterNow = () => {
    const { registers, rosters } = door.now;
    return rosters.get(rosterKey(classId, registers.get(registerKey(place))?.gathering));
  };
  const resultOf = async (code: string): Promise<Omit<Read, 'code' | 'at'>> => {
    const roster = rosterNow();
    const { keys } = door.now;
    if (!roster || !keys) return { isGood: false, text: t.notFetched };
    const decision = await decide(roster, code, keys);
    switch (decision.outcome) {
      case 'EXPECTED': {
        const { studentNo, name } = decision.student;
        const isKnown = door.standing(place, studentNo).presence === 'PRESENT';
        door.scan(place, code, studentNo);
        return { isGood: true, text: isKnown ? `${name} (${t.already})` : name };
      }
      case 'OTHER_CLASS': {
        const there = sessionThere(door.now, decision.class);
        const text = `${t.belongs} ${decision.class}`;
        return there
          ? { isGood: false, text, there }
          : { isGood: false, text: `${text}. ${decision.class} ${t.noneThere}` };
      }
      case 'UNKNOWN_CODE':
      case 'REVOKED_CODE':
      case 'NOT_A_CODE':
        return { isGood: false, text: t[decision.outcome] };
    }
  };
  const read = async (code: string): Promise<void> => {
    const now = Date.now();
    const isSame = last.current.code === code && now - last.current.at < SAME_MS;
    last.current = { code, at: now };
    if (isSame) return;
    const result = await resultOf(code);
    signal(result.isGood);
    setReads((before) => [{ ...result, code, at: rightTime(door.now.offset) }, ...before].slice(0, SHOWN));
  };
  const camera = useCamera(video, (code) => void read(code));

  const type = (event: Event): void => {
    event.preventDefault();
    // As it is now: a reader types faster than the screen is drawn.
    const field = reader.current!;
    const code = field.value.trim();
    field.value = '';
    last.current = { code: '', at: 0 };
    if (code) void read(code);
  };
  const markThere = ({ code, there, ...one }: Read): void => {
    door.scan(there!, code);
    const text = `${one.text} · ${t.markedThere} ${there!.name}`;
    setReads((before) => before.map((other) => (other.code === code ? { ...one, code, text, isGood: true } : other)));
  };

  const back = `/oppmote/${classId}/${session}`;
  const code = rosterNow()?.class.code;
  return (
    <main class="door">
      <Page
        title={code ? `${t.title} · ${code}` : t.title}
        trail={
          <Link class="ds-link" href={back}>
            ‹ {common.toList}
          </Link>
        }
      >
        <LineStatus />
        {camera === 'off' ? (
          <p class="ds-alert" data-color="info">
            {t.noCamera}
          </p>
        ) : (
          <video ref={video} class="camera" muted playsInline aria-label={t.title} />
        )}
        <form class="field-line" onSubmit={type}>
          <label class="ds-label" for="kode">
            {t.code}
          </label>
          <input id="kode" class="ds-input" autocomplete="off" ref={reader} />
          <button type="submit" class="ds-button" data-variant="secondary">
            {t.read}
          </button>
        </form>
        <div role="log" aria-label={t.scans}>
          <ul class="plain">
            {reads.map((one) => (
              <li key={`${one.at}${one.code}`} class={one.isGood ? 'read' : 'read warned'}>
                <span aria-hidden="true">{one.isGood ? '✓' : '⚠'}</span> {one.text}{' '}
                <span class="subtle">{clockTime(one.at)}</span>{' '}
                {one.there && (
                  <button type="button" class="ds-button" data-variant="secondary" onClick={() => markThere(one)}>
                    {t.markThere}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div class="acts">
          <SignalSwitch of="sound" />
          <SignalSwitch of="vibration" />
          <Link class="ds-button" data-variant="secondary" href={back}>
            {common.toList}
          </Link>
        </div>
        {state.missing.has(registerKey(place)) && <p class="empty">{t.notFetched}</p>}
      </Page>
    </main>
  );
};

export default ScanScreen;
