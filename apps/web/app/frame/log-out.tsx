import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog';
import { inLanguage } from '../kit/texts';
import { useStaff } from './staff';

/** Loaded when somebody logs out: the office's application has no other use for it. */
const vault = () => import('../door/vault');

const t = inLanguage({
  nb: {
    logOut: 'Logg ut',
    title: 'Oppmøte som ikke er sendt',
    waits: (n: number) => `${n} merker ligger bare på denne enheten. Logger du ut, slettes de.`,
    anyway: (n: number) => `Slett ${n} og logg ut`,
    stay: 'Bli, og send dem først',
  },
  nn: {
    logOut: 'Logg ut',
    title: 'Oppmøte som ikkje er sendt',
    waits: (n: number) => `${n} merke ligg berre på denne eininga. Loggar du ut, blir dei sletta.`,
    anyway: (n: number) => `Slett ${n} og logg ut`,
    stay: 'Bli, og send dei først',
  },
  en: {
    logOut: 'Log out',
    title: 'Attendance that has not been sent',
    waits: (n: number) => `${n} marks are on this device only. Logging out deletes them.`,
    anyway: (n: number) => `Delete ${n} and log out`,
    stay: 'Stay, and send them first',
  },
});

/** Logs out, and destroys what this browser keeps for the door; asks first when something of it was not sent. */
export const LogOut = () => {
  const { code } = useStaff();
  const form = useRef<HTMLFormElement>(null);
  const [waiting, setWaiting] = useState(0);
  const leave = async (): Promise<void> => {
    await vault()
      .then(({ destroyVault }) => destroyVault(code))
      .catch(() => undefined);
    form.current!.submit();
  };
  const ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const left = await vault()
      .then(({ waitingIn }) => waitingIn(code))
      .catch(() => 0);
    if (left === 0) await leave();
    else setWaiting(left);
  };
  return (
    <>
      <form method="post" action="/logg-ut" ref={form} onSubmit={(event) => void ask(event)}>
        <button type="submit" class="ds-button" data-variant="tertiary">
          {t.logOut}
        </button>
      </form>
      {waiting > 0 && (
        <Dialog title={t.title} onClose={() => setWaiting(0)}>
          <p>{t.waits(waiting)}</p>
          <div class="acts">
            <button type="button" class="ds-button" onClick={() => setWaiting(0)}>
              {t.stay}
            </button>
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              data-variant="secondary"
              onClick={() => void leave()}
            >
              {t.anyway(waiting)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
};
