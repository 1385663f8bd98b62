import type { RequirementTexts } from '@kull/credits/contracts';
import type { Requirement } from '@kull/kernel';
import type { PointsCode, PointsExplanation } from '../domain/points-explanation';

type Values = (record: string) => string;

/** Unlike the text of a code for administrators: what the physician and the receiver read. */
const texts: Readonly<Record<PointsCode, (values: Values) => RequirementTexts>> = {
  AWARD_RUN_DUE: () => ({
    nb: 'Alt er på plass; poengene blir tildelt ved neste tildeling',
    nn: 'Alt er på plass; poenga blir tildelte ved neste tildeling',
    en: 'Everything is in place; the points will be awarded with the next award run',
  }),
  CERTIFICATE: (values) => ({
    nb: `Kursbevis ${values('CERTIFICATE')} er utstedt`,
    nn: `Kursbevis ${values('CERTIFICATE')} er skrive ut`,
    en: `Certificate ${values('CERTIFICATE')} has been issued`,
  }),
  CERTIFICATE_NOT_ISSUED: () => ({
    nb: 'Kursbeviset er ikke utstedt ennå',
    nn: 'Kursbeviset er ikkje skrive ut enno',
    en: 'The certificate has not been issued yet',
  }),
  EXPORT: (values) => ({
    nb: `Sendt til Legeforeningen i levering ${values('BATCH')}`,
    nn: `Sendt til Legeforeininga i levering ${values('BATCH')}`,
    en: `Sent to the medical association in delivery ${values('BATCH')}`,
  }),
  EXPORT_DUE: () => ({
    nb: 'Poengene er ikke sendt til Legeforeningen ennå; de går med neste levering',
    nn: 'Poenga er ikkje sende til Legeforeininga enno; dei går med neste levering',
    en: 'The points have not been sent to the medical association yet; they go with the next delivery',
  }),
  EXPORT_KEPT_OUT: (values) => ({
    nb: `Poengene er ikke sendt: en opplysning må rettes først (${values('KEPT_OUT_AS')})`,
    nn: `Poenga er ikkje sende: ei opplysning må rettast først (${values('KEPT_OUT_AS')})`,
    en: `The points have not been sent: something must be corrected first (${values('KEPT_OUT_AS')})`,
  }),
  EXPORT_REJECTED: (values) => ({
    nb: `Legeforeningen har avvist linjen (${values('REJECTED_AS')}); den må rettes og sendes igjen`,
    nn: `Legeforeininga har avvist linja (${values('REJECTED_AS')}); ho må rettast og sendast igjen`,
    en: `The medical association has rejected the line (${values('REJECTED_AS')}); it must be mended and sent again`,
  }),
  RECEIPT: () => ({
    nb: 'Mottatt av Legeforeningen',
    nn: 'Motteke av Legeforeininga',
    en: 'Received by the medical association',
  }),
  RECEIPT_MISSING: () => ({
    nb: 'Legeforeningen har ikke kvittert ennå',
    nn: 'Legeforeininga har ikkje kvittert enno',
    en: 'The medical association has not acknowledged yet',
  }),
  POSTED: () => ({
    nb: 'Ført hos Legeforeningen',
    nn: 'Ført hos Legeforeininga',
    en: 'Posted by the medical association',
  }),
  NOT_POSTED: () => ({
    nb: 'Legeforeningen har ikke meldt at poengene er ført',
    nn: 'Legeforeininga har ikkje meldt at poenga er førte',
    en: 'The medical association has not said that the points are posted',
  }),
};

const isOurs = (code: string): code is PointsCode => Object.hasOwn(texts, code);

/** The words of a requirement on the way after the award; undefined where it is one of the award's own. */
export const pointsTexts = ({ code, evidence }: Requirement): RequirementTexts | undefined => {
  if (!isOurs(code)) return undefined;
  return texts[code]((record) => {
    const found = evidence.filter((one) => one.record === record).map(({ value, at }) => String(value ?? at ?? ''));
    return found.join(', ');
  });
};

/** What the first sentence says of the points before it says what they wait for. */
export const outcomeTexts: Readonly<Record<PointsExplanation['outcome'], RequirementTexts>> = {
  POSTED: { nb: 'Kurspoengene er ført', nn: 'Kurspoenga er førte', en: 'The course points are posted' },
  RECEIVED: { nb: 'Kurspoengene er mottatt', nn: 'Kurspoenga er mottekne', en: 'The course points are received' },
  SENT: { nb: 'Kurspoengene er sendt', nn: 'Kurspoenga er sende', en: 'The course points are sent' },
  DUE: { nb: 'Kurspoengene skal leveres', nn: 'Kurspoenga skal leverast', en: 'The course points are to be delivered' },
  NOT_DUE: { nb: 'Kurspoengene er tildelt', nn: 'Kurspoenga er tildelte', en: 'The course points are awarded' },
  NOT_AWARDED: {
    nb: 'Kurspoengene er ikke tildelt',
    nn: 'Kurspoenga er ikkje tildelte',
    en: 'The course points are not awarded',
  },
};
