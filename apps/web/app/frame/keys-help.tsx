import { useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog';
import { singleKeysAreOn, switchSingleKeys } from '../kit/keys';
import { inLanguage } from '../kit/texts';
import type { Room } from '../rooms';

const t = inLanguage({
  nb: {
    title: 'Taster',
    go: 'Gå til',
    on: 'Enkelttaster er på',
    keys: {
      '⌘K': 'finn en person, eller gjør noe',
      '/': 'søk i lista',
      'j  k': 'neste og forrige rad',
      x: 'velg raden; ⇧X velger alle hit',
      'Enter  e': 'åpne raden',
      '⌘Z': 'angre det siste',
      Esc: 'opphev valget, lukk',
    },
  },
  nn: {
    title: 'Tastar',
    go: 'Gå til',
    on: 'Enkelttastar er på',
    keys: {
      '⌘K': 'finn ein person, eller gjer noko',
      '/': 'søk i lista',
      'j  k': 'neste og førre rad',
      x: 'vel rada; ⇧X vel alle hit',
      'Enter  e': 'opne rada',
      '⌘Z': 'angre det siste',
      Esc: 'opphev valet, lukk',
    },
  },
  en: {
    title: 'Keys',
    go: 'Go to',
    on: 'Single keys are on',
    keys: {
      '⌘K': 'find a person, or do something',
      '/': 'search in the list',
      'j  k': 'next and previous row',
      x: 'choose the row; ⇧X chooses all up to here',
      'Enter  e': 'open the row',
      '⌘Z': 'undo the last act',
      Esc: 'choose none, close',
    },
  },
});

interface KeysHelpProps {
  /** Those that keys go to. */
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
}

/** Which keys do what; single ones can be switched off here. */
export const KeysHelp = ({ rooms, onClose }: KeysHelpProps) => {
  const [isOn, setOn] = useState(singleKeysAreOn());
  const rows = [
    ...Object.entries(t.keys),
    ...rooms.map(({ key, name }) => [`g ${key}`, `${t.go} ${inLanguage(name)}`] as const),
  ];
  return (
    <Dialog title={t.title} onClose={onClose}>
      <dl class="facts">
        {rows.map(([key, what]) => (
          <>
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <label class="choice-line">
        <input
          type="checkbox"
          class="ds-input"
          checked={isOn}
          onChange={({ currentTarget }) => {
            switchSingleKeys(currentTarget.checked);
            setOn(currentTarget.checked);
          }}
        />
        {t.on}
      </label>
    </Dialog>
  );
};
