import type { Call, CliCommand } from '../command';
import { formOf, preparedFile } from '../files/output-file';
import { serviceOf } from '../service/connection';
import { dayText } from '../terminal/dates';
import { Unusable } from '../terminal/failures';
import { list, plural } from '../terminal/text';
import { asOfHelp, asOfOptions, asOfQuery, asOfWords } from './as-of';
import { argumentsOf, classNamed } from './class-name';
import { nameIn, type Roster, type RosterStudent, rosterOf } from './roster';

const usage = 'KLASSE [--out FIL.csv|.xlsx|.pdf] [--gathering SAMLING] [--known-at TIDSPUNKT] [--valid-on DAG]';

const until = (day: string | undefined): string => (day === undefined ? '' : ` til ${dayText(day)}`);

const standingText = ({ standing, enteredOn, transferredFrom }: RosterStudent): string => {
  const { kind, from = '', on = '', to } = standing;
  switch (kind) {
    case 'active':
      if (transferredFrom) return `fra ${transferredFrom.code} ${enteredOn ? dayText(enteredOn) : ''}`.trim();
      return enteredOn ? `kom ${dayText(enteredOn)}` : '';
    case 'expected':
      return `kommer ${dayText(from)}`;
    case 'on_leave':
      return `permisjon fra ${dayText(from)}${until(standing.until)}`;
    case 'transferred':
      return `flyttet til ${to?.code ?? 'en annen klasse'} ${dayText(on)}`;
    case 'withdrawn':
      return `sluttet ${dayText(on)}`;
    default:
      return kind;
  }
};

const isInClass = ({ standing }: RosterStudent): boolean => ['active', 'on_leave'].includes(standing.kind);

const report = (name: string, { class: one, students, guests }: Roster, when: string): string =>
  [
    `${name}, ${one.site}${when}: ${plural(students.filter(isInClass).length, 'student', 'studenter')} på ${one.capacity} plasser.`,
    '',
    list(
      students.map((student) => [nameIn(student), student.studentNo, student.language ?? '', standingText(student)]),
    ),
    ...guests.flatMap(({ gathering, guests: visitors }) => [
      '',
      `Gjester på samling ${gathering}:`,
      list(visitors.map((guest) => [`  ${nameIn(guest)}`, guest.studentNo, `fra ${guest.homeClass.code}`])),
    ]),
    '',
  ].join('\n');

/** A list to sign is of one gathering, and so of its days. */
const signingQuery = (call: Call): string => {
  const gathering = call.text('gathering');
  if (gathering === undefined || !/^\d{1,2}$/.test(gathering))
    throw new Unusable('Oppgi samlingen som listen skal signeres på: --gathering SAMLING. Ingenting er endret.');
  if (call.text('valid-on') !== undefined)
    throw new Unusable(
      'En liste til å signere gjelder dagene på samlingen: --valid-on hører ikke til. Ingenting er endret.',
    );
  const knownAt = asOfQuery(call);
  return `${knownAt}${knownAt ? '&' : '?'}gathering=${gathering}`;
};

export const classRosterCommand: CliCommand = {
  name: 'class roster',
  usage,
  summary: 'Viser eller skriver ut klasselisten, også slik den var',
  help: [
    'KLASSE er OPPTAK/KLASSE, som NLP-2026/OSLO-2, eller koden alene for en klasse uten opptak.',
    '--out skriver listen som CSV eller Excel, eller som PDF til utskrift, med plass til å signere for hver økt på',
    'samlingen i --gathering.',
    asOfHelp,
  ].join('\n'),
  options: { ...asOfOptions, gathering: { type: 'string' }, out: { type: 'string', short: 'o' } },
  run: async (call) => {
    const { name } = argumentsOf(call, `class roster ${usage}`, ['name']);
    const out = call.text('out');
    const form = out === undefined ? undefined : formOf(out, ['csv', 'xlsx', 'pdf']);
    const write = out === undefined ? undefined : preparedFile(out);
    const query = form === 'pdf' ? signingQuery(call) : asOfQuery(call);
    const client = serviceOf(call);
    const { at } = await classNamed(client, name);
    if (form && write) {
      write((await client.download(`${at}/files/roster.${form}${query}`)).bytes);
      call.terminal.out(
        call.flag('json') ? `${JSON.stringify({ out })}\n` : `Klasselisten for ${name} er skrevet til ${out}.\n`,
      );
      return 0;
    }
    const roster = await rosterOf(client, at, query);
    call.terminal.out(
      call.flag('json') ? `${JSON.stringify(roster, null, 2)}\n` : report(name, roster, asOfWords(call)),
    );
    return 0;
  },
};
