import type { Call } from '../command';
import { readInput } from '../files/input-file';
import { list } from '../terminal/text';
import { type CheckedDelivery, checkedDelivery } from './checked-delivery';
import { type TrustedKeys, trustedKeys } from './trusted-keys';

const ENDINGS = ['.manifest.json', '.csv'] as const;

/** Whether that is a file of a delivery, by its name. */
export const isOfDelivery = (path: string): boolean => ENDINGS.some((ending) => path.endsWith(ending));

const verdict = (checked: CheckedDelivery, { source }: TrustedKeys): string => {
  switch (checked.outcome) {
    case 'GENUINE':
      return 'Leveransen er uendret siden den ble signert, og nøkkelen er en av utstederens.';
    case 'KEY_REVOKED':
      return `Leveransen er uendret siden den ble signert, men nøkkelen ble trukket tilbake ${checked.revokedAt}. Ikke stol på den før utstederen har svart.`;
    case 'UNKNOWN_KEY':
      return `Leveransen kan ikke kontrolleres: nøkkelen ${checked.kid} er ikke blant dem i ${source}. Hent dem fra /.well-known/kull-keys.json hos utstederen, og oppgi filen med --keys.`;
    case 'ALTERED':
      return checked.what === 'DATA'
        ? 'Filen med linjene er ikke den som ble signert. Ikke bruk den; last den ned på nytt.'
        : 'Manifestet er ikke det som ble signert. Ikke bruk leveransen; last begge filene ned på nytt.';
  }
};

const rows = (checked: CheckedDelivery): string[][] => {
  if (!('manifest' in checked)) return [];
  const { batchSeq, createdAt, recordCount, dataFile } = checked.manifest;
  return [
    ['Leveranse', String(batchSeq)],
    ['Fil', dataFile],
    ['Laget', createdAt],
    ['Linjer', String(recordCount)],
  ];
};

/** Either file of a delivery is named; the other lies beside it. */
export const verifyDelivery = async (call: Call, path: string): Promise<number> => {
  const ending = ENDINGS.find((one) => path.endsWith(one))!;
  const stem = path.slice(0, -ending.length);
  const keys = await trustedKeys(call.text('keys'), call.env);
  const checked = await checkedDelivery(readInput(`${stem}.csv`), readInput(`${stem}.manifest.json`), keys);
  const genuine = checked.outcome === 'GENUINE';
  const lines = [verdict(checked, keys), list(rows(checked))];
  call.terminal.out(
    call.flag('json')
      ? `${JSON.stringify({ genuine, ...checked }, null, 2)}\n`
      : `${lines.filter(Boolean).join('\n')}\n`,
  );
  return genuine ? 0 : 1;
};
