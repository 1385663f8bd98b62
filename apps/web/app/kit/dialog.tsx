import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Act } from './act';
import { ProblemNote } from './problem';
import { inLanguage } from './texts';

const t = inLanguage({
  nb: { cancel: 'Avbryt', close: 'Lukk', sending: 'Sender …' },
  nn: { cancel: 'Avbryt', close: 'Lukk', sending: 'Sender …' },
  en: { cancel: 'Cancel', close: 'Close', sending: 'Sending …' },
});

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A window above the page. There while it is rendered; Escape closes it, and the focus goes back where it was. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current!.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="ds-dialog" aria-labelledby={id} onClose={onClose}>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-icon
        aria-label={t.close}
        data-command="close"
        onClick={() => dialog.current!.close()}
      />
      <h2 class="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      <div class="stack">{children}</div>
    </dialog>
  );
};

interface ConfirmProps<Input> extends DialogProps {
  readonly act: Act<Input>;
  readonly input: Input;
  /** What the button does, with its count: «Send 2». */
  readonly confirm: string;
  readonly isReady?: boolean;
  readonly isDanger?: boolean;
  /** After it was done. */
  readonly onDone: () => void;
}

/** The preview of what an act will do, and the one confirmation (ux.md 7). */
export const Confirm = <Input,>(props: ConfirmProps<Input>) => {
  const { act, input, confirm, isReady = true, isDanger = false, onDone, children, ...rest } = props;
  const go = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isReady && !act.isSending && (await act.run(input))) onDone();
  };
  return (
    <Dialog {...rest}>
      <form class="stack" onSubmit={(event) => void go(event)}>
        {children}
        {act.problem && <ProblemNote error={act.problem} />}
        <div class="acts">
          <button
            type="submit"
            class="ds-button"
            disabled={!isReady || act.isSending}
            aria-busy={act.isSending}
            {...(isDanger && { 'data-color': 'danger' })}
          >
            {act.isSending ? t.sending : confirm}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={rest.onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
