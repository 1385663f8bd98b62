import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem';
import { inLanguage } from './texts';

/** What was done, and how to undo it. */
export interface Toast {
  readonly text: string;
  /** Gives a command that takes the act back. */
  readonly undo?: () => Promise<unknown>;
}

const WITH_UNDO_S = 30;
const PLAIN_S = 8;

const t = inLanguage({
  nb: { undo: 'Angre', undone: 'Angret.', notUndone: 'Det lot seg ikke angre.', close: 'Lukk', seconds: 's' },
  nn: { undo: 'Angre', undone: 'Angra.', notUndone: 'Det let seg ikkje angre.', close: 'Lukk', seconds: 's' },
  en: { undo: 'Undo', undone: 'Undone.', notUndone: 'That could not be undone.', close: 'Close', seconds: 's' },
});

/** The service says why in words; without them it is only said that it was not. */
const whyNot = (error: Error): string =>
  error instanceof ApiProblem && error.status < 500 ? `${t.notUndone} ${error.body.title}.` : t.notUndone;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows what was done at the foot of the page: said once by screen readers, gone by itself. */
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

interface Shown extends Toast {
  readonly id: number;
}

const OneToast = ({ toast, onDone }: { readonly toast: Shown; readonly onDone: (text?: string) => void }) => {
  const [left, setLeft] = useState(toast.undo ? WITH_UNDO_S : PLAIN_S);
  useEffect(() => {
    if (left === 0) {
      onDone();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  const undo = (): void => {
    toast.undo!().then(
      () => onDone(t.undone),
      (error) => onDone(whyNot(error as Error)),
    );
  };
  return (
    <div class="toast">
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" class="ds-button" data-variant="secondary" data-undo onClick={undo}>
          {t.undo}{' '}
          <span aria-hidden="true" class="number">
            {left}
            {t.seconds}
          </span>
        </button>
      )}
      <button type="button" class="ds-button" data-variant="tertiary" onClick={() => onDone()}>
        {t.close}
      </button>
    </div>
  );
};

/** Holds the toasts of all below. `⌘Z` presses the newest undo, outside of fields. */
export const Toasts = ({ children }: { readonly children: ComponentChildren }) => {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const count = useRef(0);
  const show = useCallback((toast: Toast) => {
    count.current += 1;
    const id = count.current;
    setShown((now) => [...now.slice(-2), { ...toast, id }]);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || (event.target as HTMLElement).closest('input, textarea, select')) return;
      const buttons = document.querySelectorAll<HTMLButtonElement>('.toasts [data-undo]');
      const newest = buttons[buttons.length - 1];
      if (!newest) return;
      event.preventDefault();
      newest.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const done = (id: number, text?: string): void => {
    setShown((now) => now.filter((one) => one.id !== id));
    if (text) show({ text });
  };
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <OneToast key={toast.id} toast={toast} onDone={(text) => done(toast.id, text)} />
        ))}
      </div>
    </ToastContext.Provider>
  );
};
