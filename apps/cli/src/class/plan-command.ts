import type { Call, CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { argumentsOf } from './class-name';
import { draftPlan } from './plan-draft';
import { sendPlan } from './plan-send';

const usage = 'FIL.json [--open] | --from-intake OPPTAK --out FIL.json | --from-cohort KULL --code KODE --out FIL.json';

const wantsDraft = (call: Call): boolean => ['from-intake', 'from-cohort'].some((one) => call.text(one) !== undefined);

export const classPlanCommand: CliCommand = {
  name: 'class plan',
  usage,
  summary: 'Planlegger et kull fra en fil, eller lager et utkast til den fra et opptak eller fra i fjor',
  help: [
    'FIL.json er planen for hele kullet: klassene, hva de lærer, samlingene med økter, rom og undervisere.',
    'Den tas inn hel eller ikke i det hele tatt. Kollisjoner av rom, underviser og klasse stopper den; helligdager og',
    'ferier er advarsler. --open åpner klassene som har alle samlingene sine.',
    '',
    '--from-intake OPPTAK lager et utkast med klassene fra opptaket og en kalender å begynne med.',
    '--from-cohort KULL --code KODE kopierer et annet kull, --weeks uker senere (52 når det ikke er sagt noe).',
    'Utkastet skrives til --out, og lagres ikke i tjenesten før du sender det.',
  ].join('\n'),
  options: {
    open: { type: 'boolean' },
    'from-intake': { type: 'string' },
    'from-cohort': { type: 'string' },
    code: { type: 'string' },
    weeks: { type: 'string' },
    out: { type: 'string', short: 'o' },
  },
  run: async (call) => {
    if (wantsDraft(call)) {
      if (call.positionals.length > 0 || call.flag('open'))
        throw new Unusable('Lag utkastet først, se over det, og send det så. Ingenting er endret.');
      return draftPlan(call, serviceOf(call));
    }
    const { file } = argumentsOf(call, `class plan ${usage}`, ['file']);
    return sendPlan(call, serviceOf(call), file);
  },
};
