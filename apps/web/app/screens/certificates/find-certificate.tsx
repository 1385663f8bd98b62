import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: { label: 'Finn bevis etter nummer', find: 'Finn' },
  nn: { label: 'Finn bevis etter nummer', find: 'Finn' },
  en: { label: 'Find a certificate by its number', find: 'Find' },
});

/** Straight to one certificate, by the number that somebody reads out. */
export const FindCertificate = () => {
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  return (
    <search>
      <form
        class="acts"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') navigate(`/bevis/${encodeURIComponent(typed.trim())}`);
        }}
      >
        <input
          class="ds-input"
          aria-label={t.label}
          placeholder="7Q4K-9M2X-T"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.find}
        </button>
      </form>
    </search>
  );
};
