import type { RankingProtocolContent } from '@kull/documents';
import { inOslo, writtenDay } from '@kull/kernel';
import { scoreText } from '../domain/assessments';
import type { IntakeDefinition } from '../domain/intake-definition';
import type { WishOutcome } from '../domain/placement';
import type { Quota } from '../domain/quota';
import type { ProtocolOfQuota, ProtocolPlace } from '../domain/ranking-protocol';
import type { RankingRunLine } from '../read-models/ranking-runs.query';

const quotaTitles: Readonly<Record<Quota, string>> = {
  EARMARKED_PHYSICIAN: 'Kvoten for leger',
  GENERAL: 'Den allmenne kvoten',
};

const outcomes: Readonly<Record<WishOutcome, string>> = {
  OFFERED: 'tilbud',
  FULL: 'fullt',
  MUNICIPALITY_CAP: 'kommunens plasser er brukt',
  BETTER_OFFERED: 'fikk et ønske som står høyere',
  NOT_WAITED_FOR: 'venter ikke lenger',
};

/** So much of a lottery number tells it from all others; the whole follows from the seed and the application number. */
const SHOWN_OF_NUMBER = 12;

const reasonOf = ({ reason, equalTo, position }: ProtocolPlace): string => {
  if (reason === 'TIER') return 'Prioritet 1 går før poeng (TIER)';
  if (reason === 'SCORE' || !equalTo) return 'Poeng (SCORE)';
  const how = equalTo.position > position ? 'lavere' : 'høyere';
  return `Like poeng som nr. ${equalTo.position}, ${equalTo.applicationNo}: loddnummeret er ${how} (LOTTERY)`;
};

const wishesOf = ({ wishes }: ProtocolPlace): string =>
  wishes.map(({ class: code, outcome }) => (outcome ? `${code}: ${outcomes[outcome]}` : code)).join(' · ');

const tableOf = ({ quota, places, offers, order }: ProtocolOfQuota): RankingProtocolContent['tables'][number] => {
  const hasTiers = quota === 'EARMARKED_PHYSICIAN';
  return {
    title: quotaTitles[quota],
    summary: `${places} plasser · ${order.length} konkurrerer · ${offers} tilbud i første runde · ${order.length - offers} uten tilbud i kvoten`,
    header: [
      'Nr.',
      'Søknad',
      ...(hasTiers ? ['Prioritet'] : []),
      'Poeng',
      'Loddnummer',
      'Grunn til plassen',
      'Ønsker, og hva som skjedde med dem',
      'Tilbud',
    ],
    rows: order.map((place) => [
      String(place.position),
      place.applicationNo,
      ...(hasTiers ? [String(place.tier ?? '')] : []),
      scoreText(place.score).replace('.', ','),
      place.lotteryNumber.slice(0, SHOWN_OF_NUMBER),
      reasonOf(place),
      wishesOf(place),
      place.offer ?? '',
    ]),
  };
};

/** The protocol of a run of the ranking in words, as the committee signs it. Without names: applications by number. */
export const protocolContent = (
  { intake, ruleSet, lotterySeed, classes, maxPerMunicipalityPerClass }: IntakeDefinition,
  { run, at, actor, counts }: RankingRunLine,
  quotas: readonly ProtocolOfQuota[],
): RankingProtocolContent => {
  const { date, time } = inOslo(at);
  const made = `${writtenDay('nb', date)} kl. ${time.slice(0, 8)}`;
  return {
    title: `Protokoll for rangeringen, ${intake}`,
    subtitle: `Kjøring ${run}, ${made}`,
    facts: [
      { name: 'Kjørt av', value: actor },
      { name: 'Frø for trekningen', value: lotterySeed },
      { name: 'Regelsett', value: `versjon ${ruleSet}` },
      {
        name: 'Søknader',
        value: `${counts.qualified} kvalifisert, av dem ${counts.verifiedPhysicians} bekreftede leger · ${counts.notQualified} ikke kvalifisert · ${counts.needsMore} mangler noe · ${counts.superseded} erstattet av en nyere`,
      },
      {
        name: 'Plasser',
        value: classes
          .map(({ code, capacity, earmarkedPhysicianPlaces: own }) => `${code} ${capacity}, av dem ${own} til leger`)
          .join(' · '),
      },
      { name: 'Fra samme kommune', value: `høyst ${maxPerMunicipalityPerClass} i hver klasse` },
      {
        name: 'Like poeng',
        value:
          'Lavest loddnummer går først. Det er regnet ut av frøet og søknadsnummeret, og her vises begynnelsen av det.',
      },
    ],
    tables: quotas.map(tableOf),
    signing: {
      text: 'Opptakskomiteen har gått gjennom rangeringen og står inne for den.',
      header: ['Rolle', 'Navn', 'Dato', 'Underskrift'],
      roles: ['Leder', 'Medlem', 'Medlem'],
    },
    footer: `${intake}, kjøring ${run}, ${made}`,
    madeAt: at,
  };
};
