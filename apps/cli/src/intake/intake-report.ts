import { number, plural, table } from '../terminal/text';
import type { IntakeSummary, RoundSummary } from './intake-run';

/** So many classes are read one by one; more only as a sum. */
const listed = 20;

const releasesOf = ({ round, released, releaseRefused }: RoundSummary): string[] => {
  const freed = released.filter(({ places }) => places > 0);
  if (freed.length + releaseRefused.length > listed) {
    const places = freed.reduce((sum, one) => sum + one.places, 0);
    return [
      `Før runde ${round} gikk ${plural(places, 'legeplass', 'legeplasser')} i ${plural(freed.length, 'klasse', 'klasser')} til allmenn kvote; i ${number(releaseRefused.length)} ble de ikke frigitt.`,
    ];
  }
  return [
    ...freed.map(
      ({ class: code, places }) =>
        `Før runde ${round} gikk ${plural(places, 'legeplass', 'legeplasser')} i ${code} til allmenn kvote.`,
    ),
    ...releaseRefused.map(({ class: code, reason }) => `Legeplassene i ${code} ble ikke frigitt: ${reason}.`),
  ];
};

/** What became of an intake folder, for a person. */
export const intakeReport = (summary: IntakeSummary): string => {
  const { rounds, classes } = summary;
  const answersPassedOver = rounds.reduce((sum, { answersPassedOver: count }) => sum + count, 0);
  return [
    `Opptaket ${summary.intake} er gjennomført: ${plural(summary.decisions, 'vedtak', 'vedtak')}.`,
    '',
    table([
      ['Rader', number(summary.rows)],
      ['  tatt inn', number(summary.takenIn)],
      ['  avvist', number(summary.rejected)],
      ['Erstattet av nyere søknad', number(summary.superseded)],
      ['Kvalifisert', number(summary.qualified)],
      ['  verifiserte leger', number(summary.verifiedPhysicians)],
      ['Mangler noe', number(summary.needsMore)],
      ['Ikke kvalifisert', number(summary.notQualified)],
    ]),
    '',
    table([
      ['Runde', 'Tilbud', 'Ja', 'Nei', 'Bortfalt', 'herav for sent'],
      ...rounds.map(({ round, offers, accepted, declined, lapsed, late }) =>
        [round, offers, accepted, declined, lapsed, late].map(number),
      ),
    ]),
    '',
    table([
      ['Klasse', 'Plasser', 'Opptatt'],
      ...classList(classes).map(({ code, capacity, placesHeld }) => [code, number(capacity), number(placesHeld)]),
    ]),
    '',
    ...rounds.flatMap(releasesOf),
    `${plural(summary.waiting, 'plass', 'plasser')} på ventelistene.`,
    `Forbigått: ${plural(summary.assessmentsPassedOver, 'vurdering', 'vurderinger')}, ${plural(answersPassedOver, 'svar', 'svar')}.`,
    '',
  ].join('\n');
};

const classList = (classes: IntakeSummary['classes']): IntakeSummary['classes'] =>
  classes.length <= listed
    ? classes
    : [
        {
          code: `${classes.length} klasser`,
          capacity: classes.reduce((sum, { capacity }) => sum + capacity, 0),
          placesHeld: classes.reduce((sum, { placesHeld }) => sum + placesHeld, 0),
        },
      ];
