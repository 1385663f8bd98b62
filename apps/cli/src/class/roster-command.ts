import type { CliCommand } from '../command';
import { formOf, preparedFile } from '../files/output-file';
import { serviceOf } from '../service/connection';
import { dayText } from '../terminal/dates';
import { list, plural } from '../terminal/text';
import { asOfHelp, asOfOptions, asOfQuery, asOfWords } from './as-of';
import { argumentsOf, classNamed } from './class-name';
import { nameIn, type Roster, type RosterStudent, rosterOf } from './roster';

const usage = 'KLASSE [--out FIL.csv|.xlsx|.pdf] [--known-at TIDSPUNKT] [--valid-on DAG]';

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

export const classRosterCommand: CliCommand = {
  name: 'class roster',
  usage,
  summary: 'Viser eller skriver ut klasselisten, også slik den var',
  help: [
    'KLASSE er OPPTAK/KLASSE, som NLP-2026/OSLO-2, eller koden alene for en klasse uten opptak.',
    '--out skriver listen som CSV, Excel eller PDF til utskrift.',
    asOfHelp,
  ].join('\n'),
  options: { ...asOfOptions, out: { type: 'string', short: 'o' } },
  run: async (call) => {
    const { name } = argumentsOf(call, `class roster ${usage}`, ['name']);
    const out = call.text('out');
    const form = out === undefined ? undefined : formOf(out, ['csv', 'xlsx', 'pdf']);
    const write = out === undefined ? undefined : preparedFile(out);
    const client = serviceOf(call);
    const { at } = await classNamed(client, name);
    const query = asOfQuery(call);
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
